# Allt som användare läser, på svenska. Klarspråk och "du". Nycklar på engelska, i sidornas ordning.

## Ramen

site-name = Insatskatalogen
site-tagline = Stöd till arbete och studier
title = { $page } – Insatskatalogen
skip-to-content = Hoppa till innehållet
skip-to-hits = Hoppa till träffarna
menu-main = Huvudmeny
menu = Meny
menu-languages = Språk
menu-search = Sök insatser
menu-overview = Översikt
menu-about = Om katalogen
menu-easy-read = Lättläst
footer-what = En gemensam katalog över stöd till arbete, studier och en bättre vardag i hela Sverige.
footer-help = Hjälp
footer-how = Så söker du
footer-easy-read = Lättläst svenska
footer-glossary = Ordlista
footer-contact = Kontakta oss
footer-site = Om webbplatsen
footer-accessibility = Tillgänglighetsredogörelse
footer-privacy = Personuppgifter – vi spårar dig inte
footer-review = Så granskas uppgifterna
footer-language = Om katalogen på ditt språk
footer-staff = För dig som arbetar med stöd
footer-compare = Jämför insatser
footer-overview = Översikt och luckor
footer-open-data = Öppna data och API
footer-embed = Visa katalogen på er webbplats
help-now = Behöver du hjälp nu?
urgent-heading = Du behöver inte vara ensam med det här
urgent-call = Ring nu
urgent-title = Du behöver inte vara ensam – ring { $number }
urgent-later = Stöd på längre sikt

## Sökformuläret

search-form = Sök insatser
search-what = Vad vill du ha hjälp med?
search-where = Var bor du?
search-age = Hur gammal är du?
search-in-swedish = Skriv på svenska om du kan.
search-go = Sök

## Startsidan

start-title = Hitta stöd i din kommun
start-heading = Hitta stöd till arbete, studier och en bättre vardag
start-lead =
    { $count ->
        [one] Sök i katalogen, som har 1 insats. Det är gratis och du behöver inte säga vem du är.
       *[other] Sök bland { $count } insatser i hela Sverige. Det är gratis och du behöver inte säga vem du är.
    }
start-empty = Katalogen är tom just nu. Försök igen senare.
start-examples = Till exempel:
start-example-words = praktik | lära mig svenska | må bättre | skulder
start-urgent = Är det akut? Se nummer du kan ringa
start-situations = Vad stämmer in på dig?
start-situations-hint = Välj det som passar bäst. Du kan ändra sedan.
start-municipalities = Stöd i din kommun
start-show-municipalities = Visa kommuner
start-no-municipalities = Det finns inga insatser i det här länet än.
start-staff = Arbetar du med stöd?
start-staff-text = Sök med fler filter, jämför insatser sida vid sida och skriv ut ett underlag till mötet.
start-staff-link = Sök med alla filter
start-staff-gaps = Se luckor i utbudet
start-current = Så aktuella är uppgifterna
start-current-text = På varje sida står det var uppgifterna kommer ifrån, från när de är och om någon har kontrollerat dem sedan dess.
number-total =
    { $count ->
        [one] insats i katalogen
       *[other] insatser i katalogen
    }
number-municipalities =
    { $count ->
        [one] kommun har egna insatser
       *[other] kommuner har egna insatser
    }
number-reviewed = kontrollerade de senaste 6 månaderna
number-percent = { $share } %
number-organizations =
    { $count ->
        [one] organisation nämns
       *[other] organisationer nämns
    }
unit =
    { $count ->
        [one] insats
       *[other] insatser
    }

## Söksidan

hits =
    { $count ->
        [one] 1 insats
       *[other] { $count } insatser
    }
hits-number = { $number } insatser
hits-read =
    { $count ->
        [one] 1 insats
       *[other] { $count } insatser
    }
hits-all =
    { $count ->
        [0] Inga insatser
        [one] 1 insats
       *[other] { $count } insatser
    }
hits-for =
    { $count ->
        [0] Inga insatser för ”{ $words }”
        [one] 1 insats för ”{ $words }”
       *[other] { $count } insatser för ”{ $words }”
    }
hits-in =
    { $count ->
        [0] Inga insatser i { $place }
        [one] 1 insats i { $place }
       *[other] { $count } insatser i { $place }
    }
title-words =
    { $count ->
        [0] { $words } – inga insatser
        [one] { $words } – 1 insats
       *[other] { $words } – { $count } insatser
    }
title-page = { $page }, sida { $number }
title-fault = Fel: { $page }
sort-label = Sortering
sort-by = Sortera:
sort-relevance = Bäst träff
sort-name = Namn A–Ö
sort-updated = Senast ändrad
sort-start = Startdatum
chosen =
    { $count ->
        [one] 1 vald
       *[other] { $count } valda
    }
chosen-label = Valda filter
chosen-remove = Ta bort filtret
chosen-clear = Rensa alla filter
choice = { $filter }: { $value }
choice-age-strict = Bara där åldern är angiven
choice-reach = Bara det som nämner platsen
choice-broader = Även bredare målgrupper
choice-ended-too = Även avslutade
choice-ended-only = Bara avslutade
choice-updated-since = Ändrade sedan { $date }
value-not-stated = ej angivet
value-not-stated-long = Uppgift saknas
quoted = ”{ $text }”
left-out-ended =
    { $count ->
        [one] 1 avslutad insats visas inte.
       *[other] { $count } avslutade insatser visas inte.
    }
left-out-broader =
    { $count ->
        [one] 1 insats är för en bredare målgrupp och visas inte.
       *[other] { $count } insatser är för en bredare målgrupp och visas inte.
    }
left-out-age =
    { $count ->
        [one] 1 insats saknar uppgift om ålder och visas inte.
       *[other] { $count } insatser saknar uppgift om ålder och visas inte.
    }
left-out-show =
    { $count ->
        [one] Visa den också
       *[other] Visa dem också
    }
pages-label = Sidor med träffar
pages-shown =
    { $count ->
        [one] Visar 1 insats
       *[other] Visar { $from }–{ $to } av { $count } insatser
    }
pages-previous = Föregående
pages-next = Nästa
pages-page = sida
pages-number = Sida
past-end = Det här är den sista sidan
past-end-text = Så många träffar finns det inte.
print-list = Skriv ut listan

## Inga träffar

few-lead = Få träffar. Det här ger fler:
none-lead = Vi hittade inget som passar alla dina val. Prova något av det här:
none-filters = Ändra dina filter
none-words = Sök på något annat
none-situations = Välj det som stämmer in på dig i stället
widen-ended = Visa även avslutade
widen-without = Ta bort { $filter }
widen-no-filters = Ta bort alla filter
widen-county = Samma sökning i hela { $county }
widen-neighbours = Ta med kommunerna runt { $municipality }
widen-spelling = Menade du ”{ $word }”?
widen-word = Sök bara på ”{ $word }”
widen-everything = Visa hela katalogen
widen-then =
    { $count ->
        [one] då visas 1 insats
       *[other] då visas { $count } insatser
    }

## Filter. Namnen används också vid valda filter och i felmeddelanden.

filter-heading = Filter
filter-close = Stäng
filter-municipality = Kommun
filter-county = Län
filter-age = Ålder
filter-target_group = För vem
filter-referral = Så kommer du med
filter-method = Metod
filter-activity = Aktivitet
filter-organization = Organisation
filter-funder_type = Vem betalar
filter-funder = Organisation som betalar
filter-kind = Drivs som
filter-status = Status
filter-ends = Slutdatum
filter-level = Nivå
parameter-q = Sökord
parameter-age_strict = Bara angiven ålder
parameter-reach = Räckvidd
parameter-broader = Bredare målgrupp
parameter-ended = Avslutade
parameter-updated_since = Ändrade sedan
parameter-sort = Sortering
parameter-page = Sida
parameter-per_page = Träffar per sida
parameter-interpret = Tolkning
parameter-lang = Språk
parameter-columns = Kolumner
about-municipality = kommun
about-county = län
about-target_group = vem de är för
about-referral = hur du kommer med
about-method = metod
about-activity = aktivitet
about-organization = ägare
about-funder_type = vem som betalar
about-funder = vilken organisation som betalar
about-kind = hur de drivs
about-status = status
about-ends = slutdatum
about-level = nivå
lacking =
    { $count ->
        [one] 1 insats saknar uppgift om { $what }.
       *[other] { $count } insatser saknar uppgift om { $what }.
    }
lacking-show =
    { $count ->
        [one] Visa den
       *[other] Visa dem
    }
more-municipality = Visa fler kommuner
more-county = Visa fler län
more-target_group = Visa fler grupper
more-referral = Visa fler vägar
more-method = Visa fler metoder
more-activity = Visa fler aktiviteter
more-organization = Visa fler organisationer
more-funder_type = Visa fler
more-funder = Visa fler organisationer
more-kind = Visa fler
more-status = Visa fler
more-ends = Visa fler
more-level = Visa fler
pick-county = Lägg till ett län
pick-target_group = Lägg till en grupp
pick-referral = Lägg till en väg
pick-method = Lägg till en metod
pick-activity = Lägg till en aktivitet
pick-organization = Lägg till en organisation
pick-funder_type = Lägg till en typ
pick-funder = Lägg till en organisation
pick-kind = Lägg till en sort
pick-status = Lägg till en status
pick-ends = Lägg till ett slutdatum
pick-level = Lägg till en nivå
pick-nothing = Välj
pick-all-county = Alla län
option-count = { $label } ({ $count })
write-age = Hur gammal är personen?
write-age-hint = Skriv till exempel 20 eller 16–24.
write-municipality = Kommunens namn
write-municipality-hint = Skriv till exempel Växjö. Eller välj län, så visas länets kommuner.
age-strict = Visa bara insatser där åldern är angiven
age-note =
    { $count ->
        [one] 1 insats saknar uppgift om ålder. Den visas, men längre ner.
       *[other] { $count } insatser saknar uppgift om ålder. De visas, men längre ner.
    }
switch-ended = Visa även avslutade
apply = Visa insatser
apply-count = Visa { $hits }

## Fel i sökningen

fault-heading = Vi förstod inte allt
fault-rest = Resten av sökningen visas här nedanför.
fault-meant = Menade du
fault-age = Vi förstod inte ålder ”{ $value }”. Skriv en ålder i siffror, till exempel 20.
fault-age-range = Vi förstod inte ålder ”{ $value }”. Skriv en ålder mellan 0 och { $count }. Om du skriver två åldrar ska den lägre stå först, till exempel 16–24.
fault-age-change = Ändra åldern
fault-code = Vi förstod inte ”{ $value }” i filtret { $label }.
fault-former-code = Koden ”{ $value }” i filtret { $label } används inte längre.
fault-code-and-name = Koden och namnet i ”{ $value }” är två olika platser ({ $label }).
fault-word = Vi förstod inte ”{ $value }” ({ $label }). Sidan visas utan det valet.
fault-date = Vi förstod inte datumet ”{ $value }”. Skriv år-månad-dag, till exempel 2026-01-31.
fault-number = Vi förstod inte { $name } ”{ $value }”. Skriv ett tal från 1 till { $count }.
fault-long = Skriv högst { $count } tecken.
fault-many = Välj högst { $count } värden på samma gång ({ $name }).
fault-repeated = Du kan bara ange ett värde för { $name }.

## Insatser: på kort och sidor

status-ongoing = Pågår
status-planned = Planerad
status-planned-from = Planerad, startar { $date }
status-ends-soon = Slutar snart: { $date }
status-ended = Avslutad
status-ended-on = Avslutad { $date }
status-unknown = Period ej angiven
review-stale = Kan vara inaktuell.
review-done = Uppgifterna kontrollerades { $date }
review-never = Uppgiften är från { $date } och är inte kontrollerad sedan dess
review-undated = Uppgiften har inget datum och är inte kontrollerad
age-one = { $age } år
age-range = { $min }–{ $max } år
age-from = från { $age } år
age-to = upp till { $age } år
age-not-stated = Ålder ej angiven
age-noted = { $ages }: { $note }
place-national = Hela Sverige
place-all-of = alla { $count } kommuner i { $county }
place-more = { $count } kommuner till
fact-where = Var
fact-paid-by = Betalas av
fact-checked = Kontrollerad
list-comma = { ", " }
list-and = { $first } och { $last }
list-or = eller

## En insats

trail = Du är här
trail-start = Start
also-called = Kallas också { $names }
checked-never = Nej
checked-not-since = Nej, uppgiften är från { $date }
ended-title = Avslutad: { $name }
ended-heading = Insatsen är avslutad
ended-when = Den slutade { $date }.
ended-when-month = Den slutade i { $date }.
ended-text = Du kan inte anmäla dig längre.
superseded-heading = Insatsen har fått en fortsättning
superseded-text = Fråga i första hand om den nya insatsen.
successor = Den fortsätter som { $name }
stale-heading = Uppgifterna kan vara inaktuella
stale-call = Ring innan du åker dit.
stale-ask = Fråga innan du åker dit.
join-label = Anmälan och verktyg
join-unknown = Källan säger inte hur du kommer med.
no-contact = Vi saknar kontaktuppgift.
no-contact-ask = Vi saknar kontaktuppgift. Fråga { $owner }.
contact-call = Ring { $number }
contact-page = Läs mer på { $host }
contact-named = { $name }: { $contact }
contact-phone = Telefon
contact-email = E-post
contact-web = Webbplats
read-easy = Läs på lättläst
read-all = Läs hela texten
add-to-compare = Lägg till i jämförelse
print = Skriv ut
copy = Kopiera länk
copy-done = Länken är kopierad.
copy-failed = Det gick inte att kopiera länken.
section-easy = Lättläst
section-description = Det här får du
section-where = Plats och kontakt
section-related = Hör ihop med
section-sources = Källa och granskning
where-visit = Besök
where-hours = Tider
cost-free = Gratis
cost-some = Kostar pengar
interpreter-yes = Ja
interpreter-no = Nej
staff-routes = Väg in
role-owner = Ansvarar
role-provider = Utförare
role-funder = Finansiär
role-partner = Samverkar med
period-both = { $start } – { $end }
period-from = Från { $start }, slut ej angivet
period-to = Till { $end }, start ej angiven
period-unknown = Ej angiven
places =
    { $count ->
        [one] 1 plats
       *[other] { $count } platser
    }
hours-clock = { $hours }.{ $minutes }
hours = { $from }–{ $to }
hours-from = från { $from }
hours-to = till { $to }
weekday-MO = måndagar
weekday-TU = tisdagar
weekday-WE = onsdagar
weekday-TH = torsdagar
weekday-FR = fredagar
weekday-SA = lördagar
weekday-SU = söndagar
language-sv = svenska
language-en = engelska
language-ar = arabiska
language-so = somaliska
language-fa = persiska
language-prs = dari
language-ti = tigrinska
language-uk = ukrainska
language-ru = ryska
language-es = spanska
language-fi = finska
language-pl = polska
language-tr = turkiska
related-part-of = Del av
related-parts = Delar
related-succeeds = Fortsättning på
related-successors = Fortsätter som
source-none = Ingen källa är angiven.
source-from = Uppgifterna kommer från { $source }.
source-checked = De kontrollerades { $date }.
source-checked-by = De kontrollerades { $date } av { $organization }.
source-next = Nästa kontroll görs senast { $date }.
source-quotes =
    { $count ->
        [one] Visa vad källan säger
       *[other] Visa vad källorna säger ({ $count } ställen)
    }
source-supports = Det gäller { $facts }.
stated-explicit = Det står så i källan.
stated-inherited = Källan säger det om helheten som insatsen hör till.
stated-inferred = Det framgår av källan men står inte rakt ut.
printed-from = Utskrivet från Insatskatalogen, { $address }, { $date }

## Fält i en insats

field-id = Identitet
field-name = Namn
field-alternate_names = Andra namn
field-summary = Kort om insatsen
field-description = Beskrivning
field-eligibility = Vem som kan vara med
field-steps = Steg för steg
field-good_to_know = Bra att veta
field-for_staff = För dig som är handläggare
field-easy_read = Lättläst
field-kind = Drivs som
field-level = Nivå
field-target_groups = Målgrupper
field-ages = Ålder
field-coverage = Var
field-organizations = Organisationer
field-methods = Metod
field-activities = Aktiviteter
field-goals = Mål
field-indicators = Uppföljning
field-period = Period
field-status = Status
field-part_of = Del av
field-succeeds = Fortsättning på
field-referral = Väg in
field-contacts = Kontakt
field-locations = Plats
field-schedules = Tider
field-languages = Språk
field-interpreter = Tolk
field-cost = Kostnad
field-capacity = Platser
field-waiting_time = Väntetid
field-duration = Hur länge
field-accessibility = Tillgänglighet
field-sources = Källor
field-as_of = Från när
field-last_reviewed = Senast kontrollerad
field-review_by = Kontrolleras senast
field-state = Läge

## Tabeller: rubrikerna är fältens namn ovan. Delar av ett värde, och värden som inte står i någon kodlista.

member-start = start
member-end = slut
member-routes = vägar
member-text = i ord
member-free = gratis
member-places = antal
member-min = från
member-max = till
member-note = anmärkning
member-id = identitet
member-name = namn
member-type = typ
member-role = roll
member-target = antal
member-unit = enhet
member-email = e-post
member-phone = telefon
member-url = webb
member-address = adress
member-postal_code = postnummer
member-city = ort
member-latitude = latitud
member-longitude = longitud
member-byday = dagar
member-opens_at = öppnar
member-closes_at = stänger
member-document = dokument
member-section = avsnitt
member-date = datum
member-supports = styrker
member-quote = citat
member-stated = sägs
value-true = ja
value-false = nej
value-national = hela landet
value-kept = (för lång för en cell, ändras inte)
value-owner = ansvarar
value-provider = utförare
value-partner = samverkar
value-funder = finansiär
value-explicit = rakt ut
value-inherited = om helheten
value-inferred = framgår
value-draft = utkast
value-in_review = granskas
value-published = publicerad
value-archived = arkiverad
value-MO = måndag
value-TU = tisdag
value-WE = onsdag
value-TH = torsdag
value-FR = fredag
value-SA = lördag
value-SU = söndag

## Filer in och ut: bladens namn, vad varje kolumn är, hur den skrivs och vad som kan vara fel

sheet-records = Insatser
sheet-guide = Förklaringar
guide-column = Kolumn
guide-meaning = Vad det är
guide-how = Så skriver du
guide-value = Tillåtet värde
guide-code = Kod
column-id = Insatsens fasta identitet. Den ändras aldrig. Lämna tom för en ny insats, så ges den av namnet.
column-name = Namnet, så som ägaren skriver det.
column-alternate_names = Andra stavningar och förkortningar.
column-summary = En mening i enkla ord.
column-description = Vad man får. Markdown går bra.
column-eligibility = Vem insatsen är till för, i ord.
column-steps = Vad som händer, steg för steg.
column-good_to_know = Praktiska saker att veta.
column-for_staff = Det som bara en handläggare behöver veta.
column-easy_read = Samma sak på lättläst svenska.
column-kind = Hur insatsen drivs. Tom betyder annat.
column-level = Om insatsen riktar sig till personer eller till hur organisationer arbetar.
column-target_groups = Vem insatsen är till för, ur kodlistan.
column-ages = Åldrar i hela år. Båda gränserna ingår, och en gräns som inte är känd lämnas öppen.
column-coverage = Var man ska bo för att få vara med.
column-locations = Var det händer.
column-organizations = Vem som ansvarar, utför, samverkar och betalar.
column-methods = Arbetssätt, ur kodlistan.
column-activities = Vad man gör, ur kodlistan.
column-goals = Vad ägaren vill nå, med tal och enhet där det är sagt.
column-indicators = Hur det följs upp.
column-period-start = När insatsen börjar, så noga som det är känt.
column-period-end = När insatsen slutar, så noga som det är känt.
column-part_of = Identiteten på den insats som den här är en del av.
column-succeeds = Identiteten på den insats som den här fortsätter.
column-referral-routes = Hur man kommer med, ur kodlistan.
column-referral-text = Hur man kommer med, i ord.
column-contacts = Funktioner att nå. Aldrig en persons eget namn, adress eller nummer.
column-schedules = När det är öppet eller när man träffas.
column-languages = Språk som insatsen ges på.
column-interpreter = Om man kan få tolk.
column-cost-free = Om det är gratis för den som deltar.
column-cost-text = Vad det kostar, i ord.
column-capacity-places = Hur många som kan delta.
column-capacity-text = Hur många som kan delta, i ord.
column-waiting_time = Hur länge man väntar.
column-duration = Hur länge det pågår för den som deltar.
column-accessibility = Vad som är gjort för tillgängligheten.
column-sources = Dokument som uppgifterna kommer från. Skriv under ”styrker” rubrikerna på de kolumner som källan säger något om.
column-as_of = Datum för den nyaste källan. Tom ges av källorna.
column-last_reviewed = När ägaren senast gick i god för uppgifterna.
column-review_by = Hur länge det gäller.
column-state = Var insatsen är på väg till läsarna. Tom betyder publicerad.
how-line = En rad, högst { $count } tecken.
how-markdown = Text i flera stycken, högst { $count } tecken.
how-integer = Ett heltal från { $min } till { $max }.
how-number = Ett tal från { $min } till { $max }.
how-flag = ja eller nej
how-date = Dag, månad eller år: 2026-01-31, 2026-01 eller 2026.
how-day = En dag: 2026-01-31.
how-time = Klockslag: 14:00.
how-code = Ett namn eller en kod ur listan.
how-coverage = Kommun eller län med namn eller kod, eller ”hela landet”.
how-slug = 1–80 tecken av a–z, 0–9 och bindestreck.
how-language = Språkets namn, eller dess kod med två eller tre bokstäver (ISO 639).
how-url = En webbadress som börjar med https:// eller http://.
how-email = En gemensam e-postadress, aldrig en persons egen.
how-phone = Siffror, blanksteg, bindestreck och ett plus först.
how-list = { $one } Flera värden skiljs åt med semikolon eller radbrytning. Ett värde som innehåller semikolon sätts inom citattecken.
how-parts = { $example }. Flera skiljs åt med semikolon, delarna med lodstreck. Delar som inte är kända utelämnas.
how-ages = 16–24; 13–17 (metodutveckling). Öppna gränser skrivs 20– eller –24.
how-organizations = Växjö kommun (ansvarar); ESF (finansiär). En ny organisation skrivs: namn | identitet: … | typ: … | roll: ….
how-schedules = måndag, onsdag 14:00–15:00 (Informationsmöte).
import-not-json = Raden är inte JSON ({ $reason }).
import-no-headings = Det finns ingen rad med rubriker. Första raden ska ha kolumnernas rubriker, till exempel Identitet och Namn.
import-unknown-heading = Det finns ingen kolumn som heter ”{ $heading }”. Börjar rubriken med # läses kolumnen inte.
import-empty-heading = En kolumn har värden men ingen rubrik. Ge den en rubrik, eller börja rubriken med # så läses den inte.
import-nearest = Menade du { $names }?
import-heading-twice = Rubriken ”{ $heading }” står två gånger.
import-broken-cell = Cellen har ett fel från kalkylprogrammet.
import-nothing-to-keep = Värdet var för långt för en cell när filen gjordes, och insatsen finns inte här. Använd JSONL.
import-twice = Identiteten { $id } står redan på en rad ovanför.
import-moved = Insatsen ändrades av någon annan medan filen lästes. Läs in filen igen.
import-missing-reference = Insatsen { $id } finns inte i katalogen.
import-not-a-workbook = Filen är ingen Excelbok, eller så är den skadad ({ $reason }).
import-not-text = Filen går inte att läsa som text ({ $reason }).
import-too-large = Filen är för stor: uppackad är den mer än { $count } MiB.
import-too-wide = Tabellen har för många kolumner: mer än { $count }.
import-too-long = Tabellen har för många rader: mer än { $count }.
import-not-an-integer = ”{ $value }” är inte ett heltal som går att använda här.
import-not-a-number = ”{ $value }” är inte ett tal som går att använda här.
import-not-a-flag = ”{ $value }” är varken ja eller nej.
import-not-readable = Vi förstod inte ”{ $value }”.
import-control-characters = ”{ $value }” har styrtecken eller radbrytningar.
import-not-allowed = ”{ $value }” går inte att använda här.
import-no-longer-in-use = Koden ”{ $value }” används inte längre.
import-code-and-name-differ = Koden och namnet i ”{ $value }” är två olika platser.
import-identity-number = ”{ $value }” ser ut som ett personnummer. Personuppgifter får inte finnas i katalogen.
import-mobile-phone = ”{ $value }” ser ut som ett mobilnummer. Ett nummer som flera delar står under Kontakt.
import-personal-email = ”{ $value }” ser ut som en persons egen e-postadress. Skriv en gemensam adress.
import-person-name = ”{ $value }” har namnet på en person. Skriv en funktion.
import-too-many = Det är för många värden: { $value }.
import-unknown-key = ”{ $value }” hör inte hemma här.
import-missing = Det här måste finnas.
import-no-id = Namnet har inga bokstäver eller siffror som kan ge en identitet.
import-date-for-age = ”{ $value }” är ett datum. Kalkylprogrammet har gjort om åldern. Formatera kolumnen som text och skriv åldern igen.
import-min-above-max = Den lägsta åldern är högre än den högsta.
import-end-before-start = Slutet ligger före starten.
import-names-itself = Insatsen pekar på sig själv.
import-review-by-before-reviewed = Nästa kontroll ligger före den senaste.
import-no-summary = Publicerad utan en mening som sammanfattar.
import-no-owner = Publicerad utan någon som ansvarar.
import-no-source = Publicerad utan källa.
import-other = Värdet går inte att använda ({ $reason }).

## Felsidor

error-not-found = Sidan finns inte
error-not-found-text = Den kan ha bytt adress. Sök efter det du letar efter.
error-gone = Insatsen finns inte kvar
error-gone-text = Den är borttagen ur katalogen. Sök efter något liknande.
error-successor = Den fortsätter som
error-too-many = För många sökningar på kort tid
error-too-many-text = Vänta en minut.
error-not-ready = Sökningen startar
error-not-ready-text = Vänta en liten stund och försök igen.
error-busy = Det är många som söker just nu
error-busy-text = Vänta en liten stund och försök igen.
error-internal = Något gick fel hos oss
error-internal-text = Försök igen om en stund.
error-refused = Det gick inte att visa sidan
error-refused-text = Adressen eller formuläret gick inte att läsa. Sök på nytt.
error-reference = Om du kontaktar oss, ange koden { $code }.

## Datum

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

# --- Så förstod vi orden ---
told-applied = Vi letade efter { $words }{ $whom }.
told-anything = insatser
told-age = för en person som är { $age }
told-place = i { $place }
told-place-within = { $place } ligger i { $whole }.
told-municipality = { $name } kommun
told-route = där { $route }
told-ends-within_6_months = som slutar inom 6 månader
told-literally = Sök på exakt de orden i stället
told-only-typed = Sök bara på det du skrev
told-exactly = Vi sökte på exakt de ord du skrev.
told-interpret = Låt oss tolka orden
told-not-there = Inget av detta finns i { $place }.
told-not-there-show = Visa det som finns i { $place }
told-not-for = Inget av detta är för en person som är { $age }.
told-not-for-show = Visa det som är för den åldern
told-reversed-age = Vi förstod inte åldern ”{ $words }”. Den lägre åldern ska stå först, till exempel 16–24.
told-corrected = Vi sökte på ”{ $word }”.
told-instead = Sök på ”{ $word }” i stället
told-whole-county = Hela { $county } räknas.
told-only-place = Visa bara { $place }
told-suggested = Visa bara:
told-suggestion = { $filter }: { $value } ({ $count })
told-expanded = Vi sökte också på { $words }.

## Kodlistornas namn, i API:et
vocabulary-target-groups = Målgrupper
vocabulary-municipalities = Kommuner
vocabulary-counties = Län
vocabulary-methods = Metoder
vocabulary-activities = Aktiviteter
vocabulary-kinds = Typer av insatser
vocabulary-levels = Nivåer
vocabulary-statuses = Lägen
vocabulary-ends = När de slutar
vocabulary-funder-types = Typer av finansiärer
vocabulary-referral-routes = Vägar in
vocabulary-life-situations = Livssituationer

# --- Liknande ---
section-similar = Liknande insatser
ended-similar = Se liknande insatser som pågår
ended-similar-any = Se liknande insatser

# --- Sökningens tabell och att ta med listan ---
view-as = Visa som:
view-cards = Kort
view-table = Tabell
table-label = Insatser i tabell
table-intervention = Insats
table-unchecked = Nej, från { $date }
groups-more = { $first } och { $count } till
fit-count = Passar { $met } av { $all }.
fit-met = Stämmer: { $what }.
fit-unknown = Saknar uppgift: { $what }.
related-heading = Kan också passa
related-neighbour = Finns i { $place }. Fråga om du får vara med.
related-age = För dig som är { $age }.
related-group = För en större grupp: { $groups }.
related-words = Gäller { $met }. Säger inget om { $unmet }.
related-near = Liknar det du söker.
told-unmatched = Vi hittade inget om { $words }. Här är det som passar i övrigt.
told-literally-typed = Sök på exakt det jag skrev
why-like = Visas för att { $to } liknar ditt sökord { $from }.
why-value = Visas för det som står under { $filter }: { $value }.
why-field = Visas för det som står under { $field }.
take-list = Ta med listan
as-csv = Hämta som CSV
not-stated = Ej angivet

# --- Jämför ---
compare-pick = Jämför
compare-this = Jämför { $name }
compare-name = Jämför
compare-limit = Du kan jämföra upp till 4 insatser.
compare-elsewhere =
    { $count ->
        [one] 1 insats från en annan sida är redan vald.
       *[other] { $count } insatser från andra sidor är redan valda.
    }
compare-go = Jämför valda
compare-heading =
    { $count ->
        [0] Jämför insatser
        [one] Jämför 1 insats
       *[other] Jämför { $count } insatser
    }
compare-none = Välj insatser att jämföra i sökningen.
compare-to-search = Sök insatser
compare-one-more = Välj en till
compare-more = Lägg till fler
compare-print = Skriv ut underlag
compare-too-many = Du valde { $count }. Vi visar de { $shown } första.
compare-unknown = Insatsen ”{ $id }” finns inte i katalogen.
compare-gone = Insatsen ”{ $name }” finns inte kvar i katalogen.
compare-marked = Skillnader som kan avgöra valet är markerade.
compare-private = Listan sparas bara i länken – inga uppgifter om dig eller den du hjälper sparas.
compare-show = Visa:
compare-all-rows = Alla rader
compare-only = Bara skillnader
compare-alike = Insatserna skiljer sig inte i något som kan avgöra valet.
compare-table = Jämförelse av insatser
compare-fact = Uppgift
compare-remove = Ta bort
compare-differs = Skiljer
compare-unclear = Uppgift saknas
compare-notes = Anteckningar

# --- Översikten ---
overview-name = Översikt
overview-heading = Översikt: { $place }
overview-title =
    { $count ->
        [one] { $heading } – 1 insats
       *[other] { $heading } – { $count } insatser
    }
overview-country = hela Sverige
overview-chosen = valda kommuner
overview-lead = Här ser du hur många insatser som finns för olika grupper på varje plats. Klicka på en siffra för att se insatserna.
overview-form = Välj vad översikten visar
overview-everywhere = Hela Sverige
overview-all-ages = Alla åldrar
overview-any = Alla
overview-groups = Målgrupp
overview-show = Visa
overview-local = Räkna bara lokala insatser
overview-running =
    { $count ->
        [one] insats som inte är avslutad
       *[other] insatser som inte är avslutade
    }
overview-gaps =
    { $count ->
        [one] lucka: ingen insats alls
       *[other] luckor: ingen insats alls
    }
overview-ending = slutar inom 6 månader, { $without_end } saknar slutdatum
overview-unchecked = behöver kontrolleras
overview-empty = Det finns inga insatser i { $place } än.
overview-empty-local = Inga insatser är bara för { $place }.
overview-empty-also =
    { $count ->
        [one] En insats gäller även här.
       *[other] { $count } insatser gäller även här.
    }
overview-empty-show =
    { $count ->
        [one] Räkna med den
       *[other] Räkna med dem
    }
overview-national =
    { $count ->
        [one] Den insats som räknas här gäller hela landet.
       *[other] De { $count } insatser som räknas här gäller hela landet.
    }
overview-caption = Antal insatser per { $rows } och { $columns }
overview-table = { $rows } och { $columns }
overview-all = Alla
overview-whole = Hela Sverige
overview-whole-county = Hela länet
overview-whole-chosen = Valda kommuner
overview-legend = Teckenförklaring
overview-legend-gap = 0, lucka
overview-or-more = { $count } eller fler
overview-cell =
    { $count ->
        [one] 1 insats i { $place }
       *[other] { $count } insatser i { $place }
    }
overview-cell-group =
    { $count ->
        [one] 1 insats för { $column } i { $place }
       *[other] { $count } insatser för { $column } i { $place }
    }
overview-cell-named =
    { $count ->
        [one] 1 insats: { $column }, i { $place }
       *[other] { $count } insatser: { $column }, i { $place }
    }
overview-cell-other =
    { $count ->
        [one] 1 insats i { $place }, { $column }
       *[other] { $count } insatser i { $place }, { $column }
    }
overview-cell-no-group =
    { $count ->
        [one] 1 insats i { $place } utan uppgift om målgrupp
       *[other] { $count } insatser i { $place } utan uppgift om målgrupp
    }
overview-place-unknown = okänt område
overview-sums = En insats kan gälla flera kommuner och grupper. Därför blir summan av rutorna större än totalen.
overview-parts = Tabellen visar kolumn { $from }–{ $to } av { $count }. De med flest insatser kommer först.
overview-parts-others = Se de andra kolumnerna
overview-parts-label = Delar av tabellen
overview-part = Kolumn { $from }–{ $to }
overview-nowhere = Här finns inga insatser alls för:
overview-map = Karta
overview-map-same = Samma siffror finns i kolumnen ”Alla” i tabellen.
overview-map-label = Karta. { $heading }
overview-area =
    { $count ->
        [one] { $place }, 1 insats
       *[other] { $place }, { $count } insatser
    }
overview-gaps-heading = Luckor
overview-gap-what = Vad är en lucka?
overview-gap = Saknas i { $place }: { $column }
overview-nowhere-country = Saknas i hela landet: { $column }
overview-nowhere-county = Saknas i hela länet: { $column }
overview-nowhere-chosen = Saknas i alla valda kommuner: { $column }
overview-near = Visa insatser i närheten ({ $count })
overview-near-county = Visa insatser i länet ({ $count })
overview-near-chosen = Visa insatser i valda kommuner ({ $count })
overview-near-country = Visa insatser i hela landet ({ $count })
overview-gaps-left-out =
    { $count ->
        [one] 1 lucka till. Se tabellen och texten under den.
       *[other] { $count } luckor till. Se tabellen och texten under den.
    }
overview-ending-heading = Slutar inom 6 månader
overview-ending-none = Inget som räknas här slutar inom 6 månader, så vitt källorna säger.
overview-ending-left-out =
    { $count ->
        [one] 1 insats till slutar inom 6 månader.
       *[other] { $count } insatser till slutar inom 6 månader.
    }
overview-ends = Slutar

## Sidor för en kommun och en livssituation

landing-municipality = Stöd i { $place }
landing-municipality-lead = Här är stöd till arbete, studier och en bättre vardag för dig som bor i { $place }. Sök, eller välj med filtren.
landing-situation-lead = { $line } Välj din kommun och ålder för att se vad som passar dig.
title-landing = { $page } – { $hits }

## Katalogen på andras webbplatser

embed-heading = Stöd till arbete och studier
embed-heading-in = Stöd till arbete och studier i { $place }
embed-all =
    { $count ->
        [one] Visa insatsen i Insatskatalogen
       *[other] Visa alla { $count } insatser i Insatskatalogen
    }
embed-none = Här finns inga insatser just nu.
embed-none-all = Sök i hela Insatskatalogen
embed-fault = Något i adressen till den här rutan är fel. Det som gick att förstå visas här.
embed-how = Visa katalogen på er webbplats
embed-how-lead = Sätt in en sökruta på er egen sida. Den visar insatser i er kommun och leder vidare hit. Det är gratis.
embed-choose = Välj vad rutan ska visa
embed-everyone = Alla grupper
embed-make = Gör kod
embed-code = Kopiera koden
embed-code-frame = Ram med fast höjd. Fungerar överallt.
embed-code-script = Skript som ger ramen rätt höjd. Använd det om ni får ha skript på sidan.
embed-promise = Rutan sätter inga kakor och spårar ingen. Under rutan står en vanlig länk hit, om den inte skulle fungera.
embed-preview = Så här ser det ut

## Förslag medan man skriver (skriptet)

suggest-label = Förslag
suggest-count-one = 1 förslag. Använd pil ned.
suggest-count = { $count } förslag. Använd pil ned.
suggest-municipalities = Kommun
suggest-target_groups = För vem
suggest-methods = Metod
suggest-funders = Betalas av
suggest-interventions = Insats

## Textsidor: text-namn, dess ingress och delar. Brödtexten är Markdown.

easy-link-search = Sök efter stöd
easy-link-situations = Välj det som stämmer in på dig
easy-link-call = Se nummer du kan ringa

text-om = Om katalogen
text-om-lead = Här hittar du stöd till arbete, studier och en bättre vardag. Du ser vad som finns, vem det är för och vem du kan fråga.
text-om-vad = Vad är en insats?
text-om-vad-body =
    En [insats](/ordlista#insats) är ett stöd som du kan få. Det kan vara praktik, en kurs eller en coach. Det kan också vara råd om skulder, eller hjälp att må bättre.

    Många kan stå bakom: din kommun, regionen, Arbetsförmedlingen eller en förening. Ofta gör de det ihop. Då är det svårt att veta vem man ska fråga. Därför samlar vi allt på ett ställe.
text-om-sok = Så söker du
text-om-sok-body =
    - Skriv vad du vill ha hjälp med. Använd dina egna ord, till exempel **skulder** eller **lära mig svenska**.
    - Skriv gärna din ålder och din kommun också: **praktik 20 år Växjö**. Vi förstår vad som är vad.
    - Välj med filtren om du får för många träffar. Tryck sedan på **Visa insatser**.
    - Ta bort ett val genom att trycka på krysset.
    - Läs om insatsen. I rutan **Så kommer du med** står det hur du kommer med, om vi vet det. Annars står det vem du kan fråga.

    Vet du inte vad du ska skriva? Välj det som [stämmer in på dig](/#situationer).
text-om-ratt = Stämmer det som står här?
text-om-ratt-body =
    Allt kommer från en källa, och den står på sidan. Du ser också hur gammalt det är. Står det att något kan vara gammalt? Fråga innan du åker dit. Läs mer om [hur vi granskar](/sa-granskas).
text-om-vem = Vem gör katalogen?
text-om-vem-body =
    { $operator ->
        [none] Den som driver den här sidan har inte skrivit sitt namn än.
       *[other] Sidan drivs av { $operator }.
    } Har du en fråga? [Kontakta oss](/kontakt).
text-om-mer = Mer om katalogen
text-om-mer-body =
    - [Ordlista](/ordlista): svåra ord och vad de betyder
    - [Lättläst](/lattlast): kort om katalogen
    - [Personuppgifter](/personuppgifter): vi spårar dig inte
    - [Öppna data](/oppna-data): hämta allt som finns här

text-lattlast = Lättläst
text-lattlast-lead = Här kan du hitta hjälp.
text-lattlast-vad = Vad är det här?
text-lattlast-vad-body =
    Det här är en lista över hjälp i Sverige.

    Du kan få hjälp att hitta ett jobb.\
    Du kan få hjälp att studera.\
    Du kan få hjälp att må bättre.
text-lattlast-gor = Hur gör jag?
text-lattlast-gor-body =
    Skriv vad du vill ha hjälp med.\
    Välj var du bor.\
    Tryck på **Sök**.

    Då ser du vilken hjälp som finns.\
    Ibland står det hur du kommer med.\
    Annars står det vem du kan fråga.
text-lattlast-kostar = Vad kostar det?
text-lattlast-kostar-body =
    Det är gratis att söka.\
    Du behöver inte säga vem du är.\
    Vi sparar inte vad du söker.\
    Men andra med samma dator kan se det i webbläsaren.
text-lattlast-hjalp = Är det svårt?
text-lattlast-hjalp-body =
    Be någon söka med dig.\
    Det kan vara en vän eller någon på biblioteket.

text-ordlista = Ordlista
text-ordlista-lead = Här står vad orden i katalogen betyder.
glossary-own = Vanliga ord
glossary-also = Sägs också: { $words }
term-insats = Insats
term-insats-text = Ett stöd som du kan få. Till exempel praktik, en kurs eller en coach.
term-handlaggare = Handläggare
term-handlaggare-text = Den som arbetar med ditt ärende, till exempel hos kommunen eller Arbetsförmedlingen.
term-malgrupp = Målgrupp
term-malgrupp-text = De som en insats är till för.
term-vag-in = Väg in
term-vag-in-text = Hur du kommer med. Du kan anmäla dig själv, eller så gör någon annan det åt dig.
term-remiss = Remiss
term-remiss-text = Ett papper från till exempel vården. Det säger att du behöver stödet.
term-finsam = Finsam
term-finsam-text = Kommunen, regionen, Arbetsförmedlingen och Försäkringskassan delar på pengar till stöd. De gör det i ett samordningsförbund.
term-forsorjningsstod = Försörjningsstöd
term-forsorjningsstod-text = Pengar från kommunen till den som inte kan betala för mat och hyra. Kallas också ekonomiskt bistånd.
term-period = Period ej angiven
term-period-text = Källan säger inte när insatsen börjar eller slutar. Fråga om den finns kvar.
term-kalla = Källa
term-kalla-text = Det papper eller den sida som uppgifterna kommer från.
term-lucka = Lucka
term-lucka-text = En kommun där vi inte känner till någon insats för en viss grupp.

text-kontakt = Kontakta oss
text-kontakt-lead = Vem du ska fråga beror på vad det gäller.
text-kontakt-insats = Du vill veta mer om en insats
text-kontakt-insats-body = Fråga dem som har insatsen. Om vi känner till ett nummer eller en adress står det på insatsens sida, under **Så kommer du med**. Annars står det vem du kan fråga. Vi kan inte anmäla dig, och vi ser inte dina ärenden.
text-kontakt-fel = Något står fel på en sida
text-kontakt-fel-body =
    { $contact ->
        [none] Säg det till dem som har insatsen. Deras namn står under **För dig som är handläggare**.
       *[other] Skriv till { $contact }. Berätta vilken sida det gäller och vad som är fel. Skriv inte namn eller personnummer.
    }
text-kontakt-vi = Du vill nå oss som driver sidan
text-kontakt-vi-body =
    { $operator ->
        [none] Den som driver sidan har inte skrivit sitt namn än.
       *[other] Sidan drivs av { $operator }.
    } { $contact ->
        [none] Det finns ingen adress att skriva till än.
       *[other] Skriv till { $contact }.
    }

text-sa-granskas = Så granskas uppgifterna
text-sa-granskas-lead = Allt i katalogen ska gå att lita på. Därför står det alltid var en uppgift kommer ifrån och hur gammal den är.
text-sa-granskas-kallor = Allt har en källa
text-sa-granskas-kallor-body = Varje uppgift kommer från en [källa](/ordlista#kalla). Det kan vara en plan, en rapport eller en sida hos den som har insatsen. Källan står längst ner på varje sida, med länk när det går. Vi gissar inte. Det som ingen källa säger lämnar vi tomt.
text-sa-granskas-kontroll = Så kontrolleras det
text-sa-granskas-kontroll-body = Den som har insatsen kan gå igenom den och säga att allt stämmer. Då står det **Uppgifterna kontrollerades** och en dag. Står det ingen dag? Då har ingen gjort det än. Då ser du i stället från när källan är.
text-sa-granskas-gammalt = När något är gammalt
text-sa-granskas-gammalt-body = Efter ett år utan kontroll står det att uppgifterna kan vara gamla. Fråga då dem som har insatsen innan du åker dit. En insats som är slut finns kvar, men det står att den är slut. Den visas bara om du ber om det.
text-sa-granskas-saknas = När något saknas
text-sa-granskas-saknas-body = Vet vi inte åldern står det **Ålder ej angiven**. Vet vi inte tiden står det **Period ej angiven**. Du ser också hur många insatser som inte visas, och varför.
text-sa-granskas-fel = Har du sett ett fel?
text-sa-granskas-fel-body = Tack för att du säger till. På sidan [Kontakta oss](/kontakt#fel) står hur du gör.

text-personuppgifter = Personuppgifter – vi spårar dig inte
text-personuppgifter-lead = Vi sparar inte vem som söker. Vi använder inga kakor. Ingen annan får veta att du varit här.
text-personuppgifter-sparar = Det vi inte sparar
text-personuppgifter-sparar-body = Vi sparar inte vad du söker. Vi sparar inte heller vad du läser eller var du är. Du behöver inte logga in. Det du väljer står i sidans adress. Din webbläsare minns adressen, och på en delad dator kan andra se den.
text-personuppgifter-kakor = Inga kakor
text-personuppgifter-kakor-body = Vi lägger inga kakor och sparar inget annat i din telefon eller dator. Därför finns här ingen ruta att klicka bort.
text-personuppgifter-logg = Det servern skriver upp
text-personuppgifter-logg-body =
    När en sida hämtas skriver servern upp vilken sida, när och hur lång tid det tog. Den skriver inte upp dina sökord. Den skriver inte upp vem du är eller varifrån du kommer.

    Din egen webbläsare minns var du varit. Använd ett privat fönster om andra har samma dator.
text-personuppgifter-andra = Ingen annan är med
text-personuppgifter-andra-body = Sidan hämtar inget från andra. Inga mätverktyg, inga knappar från sociala medier och inga kartor från andra. Följer du en länk härifrån får den sidan inte veta var du var.
text-personuppgifter-katalogen = Personer i katalogen
text-personuppgifter-katalogen-body = I katalogen finns inga namn på personer, och inga egna nummer. Ser du något sådant? [Säg till](/kontakt#fel), så tas det bort.
text-personuppgifter-ansvar = Vem svarar för det här?
text-personuppgifter-ansvar-body =
    { $operator ->
        [none] Den som driver sidan har inte skrivit sitt namn än.
       *[other] { $operator } svarar för sidan.
    } { $contact ->
        [none] Det finns ingen adress att skriva till än.
       *[other] Frågor? Skriv till { $contact }.
    }

# Med mjukt bindestreck: ordet är bredare än en telefon.
text-tillganglighet = Tillgänglighets­redogörelse
text-tillganglighet-lead = Alla ska kunna använda Insatskatalogen. Här står hur väl den följer lagen, vilka brister vi känner till och hur du säger till om något inte fungerar.
text-tillganglighet-vem = Vem som ansvarar
text-tillganglighet-vem-body =
    { $operator ->
        [none] Den som driver sidan har inte skrivit sitt namn än. Därför saknar redogörelsen ännu en ansvarig.
       *[other] { $operator } ansvarar för Insatskatalogen.
    }
text-tillganglighet-omfattar = Vad redogörelsen gäller
text-tillganglighet-omfattar-body = Den gäller alla sidor i Insatskatalogen, även sökrutan som visas på andras webbplatser. Den gäller inte sidor hos andra som vi länkar till.
text-tillganglighet-hur = Hur väl den följer lagen
text-tillganglighet-hur-body = Vi bygger efter WCAG 2.2 nivå AA. Det är mer än lagen om tillgänglighet till digital offentlig service kräver. Katalogen är **delvis förenlig** med lagen. Det beror på bristerna här nedanför.
text-tillganglighet-brister = Brister som vi känner till
text-tillganglighet-brister-body =
    - **Inget formulär för att säga till.** Lagen kräver ett sätt att lämna synpunkter på sidan. Formuläret är inte byggt än.
    - **Få lättlästa texter.** En insats har bara en lättläst text om den som har insatsen har skrivit en.
    - **Svåra ord i insatsernas texter.** De kommer ofta från rapporter. Svåra ord står i [ordlistan](/ordlista).
    - **Inte provad av människor än.** Vi har inte provat med skärmläsare, och inte tillsammans med personer som har en funktionsnedsättning.
text-tillganglighet-provat = Hur vi har provat
text-tillganglighet-provat-body =
    Vi har själva bedömt katalogen. Den senaste bedömningen gjordes den 25 november 2026. Samma dag ändrades den här texten.

    Varje sida provas i en webbläsare varje gång vi ändrar något: regler för kod och kontrast, bara tangentbord, utan skript, i mobilens bredd, med egna avstånd i texten, i mörkt läge och på papper.
text-tillganglighet-rapportera = Säg till om något inte fungerar
text-tillganglighet-rapportera-body =
    { $contact ->
        [none] Det finns ingen adress att skriva till än. Den som driver sidan måste lägga till den.
       *[other] Skriv till { $contact }. Berätta vilken sida det gäller. Du behöver inte säga vem du är.
    } Du kan också be om innehållet på ett annat sätt, till exempel på papper eller uppläst.
text-tillganglighet-digg = Är du inte nöjd med svaret?
text-tillganglighet-digg-body = Myndigheten för digital förvaltning, Digg, ser till att lagen följs. Du kan [anmäla brister till Digg](https://www.digg.se/tdosanmalan).

text-oppna-data = Öppna data och API
text-oppna-data-lead = Allt i katalogen går att hämta och använda fritt, i program och på egna sidor.
text-oppna-data-hamta = Hämta
text-oppna-data-hamta-body =
    - [Alla insatser](/api/v1/interventions), som JSON
    - [Kodlistorna](/api/v1/vocabularies): kommuner, målgrupper, metoder och mer
    - [Beskrivning av API:et](/api/v1/openapi.json), som OpenAPI

    Samma ord och filter som på söksidan fungerar i API:et. Du behöver ingen nyckel.
text-oppna-data-villkor = Villkor
text-oppna-data-villkor-body = Uppgifterna är fria att använda (CC0). Skriv gärna var de kommer från. Visa alltid hur gamla de är. Vill ni bara visa en sökruta? [Så gör ni](/inbaddat).

text-sprak = Katalogen på svenska
text-sprak-lead = Insatskatalogen visar stöd till arbete, studier och en bättre vardag i Sverige.
text-sprak-vad = Vad du kan hitta
text-sprak-vad-body = Här finns till exempel praktik, kurser, råd om pengar och hjälp att må bättre. Du ser vem stödet är för och vem du kan fråga. Det är gratis att söka. Du behöver inte säga vem du är.
text-sprak-sok = Hur du söker
text-sprak-sok-body = Skriv vad du vill ha hjälp med och välj var du bor. Du kan också välja det som [stämmer in på dig](/#situationer).
text-sprak-ring = Vem du kan ringa
text-sprak-ring-body = Om vi känner till ett nummer eller en adress står det på insatsens sida, under **Så kommer du med**. Annars står det vem du kan fråga. Säg vilket språk du talar och be om en tolk. Här nedanför står nummer för den som behöver hjälp nu.
text-sprak-svenska = Vad som är på svenska
text-sprak-svenska-body = Katalogens egna texter är skrivna på svenska. Texterna om varje insats är också på svenska.

# --- Ändringar av en insats ---
changes-link = Visa ändringar
changes-title = Ändringar: { $name }
changes-trail = Ändringar
changes-intro = Här ser du vad som har ändrats i uppgifterna, och när. Det senaste står först.
changes-published = Insatsen lades in i katalogen.
changes-back = Insatsen lades in i katalogen igen.
changes-archived = Insatsen togs bort ur katalogen.
changes-changed = Ändrat: { $fields }.
changes-added = Tillagt: { $fields }.
changes-removed = Borttaget: { $fields }.
changes-return = Tillbaka till insatsen
