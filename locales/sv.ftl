# Allt som användare läser, på svenska. Klarspråk och "du". Nycklar på engelska, i sidornas ordning.

## Ramen

site-name = Insatskatalogen
site-tagline = Stöd till arbete och studier
title = { $page } – Insatskatalogen
skip-to-content = Hoppa till innehållet
skip-to-hits = Hoppa till träffarna
menu-main = Huvudmeny
menu-search = Sök insatser
footer-what = En gemensam katalog över stöd till arbete, studier och en bättre vardag i hela Sverige.
footer-help = Hjälp
footer-numbers = Nummer du kan ringa
footer-site = Om webbplatsen
footer-privacy = Vi sparar inte vem som söker. Vi använder inga kakor.
footer-open-data = Öppna data
footer-api = Alla insatser (JSON)
footer-openapi = Beskrivning av API:et (OpenAPI)
help-now = Behöver du hjälp nu?

## Sökformuläret

search-form = Sök insatser
search-what = Vad vill du ha hjälp med?
search-where = Var bor du?
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
start-staff-text = Sök med alla filter: ålder, kommun, målgrupp, väg in, metod och vem som betalar.
start-staff-link = Sök med alla filter
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
number-organizations =
    { $count ->
        [one] organisation bidrar
       *[other] organisationer bidrar
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
value-not-stated = inte angivet
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
left-out-show = Visa dem också
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
past-end = Så många träffar finns det inte. Här är den sista sidan.
print-list = Skriv ut listan

## Inga träffar

few-lead = Få träffar. Det här ger fler:
none-lead = Vi hittade inget som passar alla dina val. Prova något av det här:
none-filters = Ändra dina filter
none-words = Sök på något annat
widen-ended = Visa även avslutade
widen-without = Ta bort { $filter }
widen-no-filters = Ta bort alla filter
widen-county = Samma sökning i hela { $county }
widen-neighbours = Ta med kommunerna runt { $municipality }
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
about-municipality = kommun
about-county = län
about-target_group = vem de är för
about-referral = hur du kommer med
about-method = metod
about-activity = aktivitet
about-organization = ägare
about-funder_type = vem som betalar
about-funder = organisation som betalar
about-kind = hur de drivs
about-status = status
about-level = nivå
lacking =
    { $count ->
        [one] 1 insats saknar uppgift om { $what }.
       *[other] { $count } insatser saknar uppgift om { $what }.
    }
lacking-show = Visa dem
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
more-level = Visa fler
pick-municipality = Lägg till en kommun
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
pick-level = Lägg till en nivå
pick-nothing = Välj
pick-all-counties = Alla län
option-count = { $label } ({ $count })
age-question = Hur gammal är personen?
age-hint = Skriv till exempel 20 eller 16–24.
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
fault-code = Vi förstod inte { $name } ”{ $value }”.
fault-word = Vi förstod inte { $name } ”{ $value }”.
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
list-and = { $first } och { $last }

## En insats

trail = Du är här
trail-start = Start
also-called = Kallas också { $names }
checked-never = Nej
checked-not-since = Nej, uppgiften är från { $date }
ended-title = Avslutad: { $name }
ended-heading = Insatsen är avslutad
ended-when = Den slutade { $date }.
ended-text = Du kan inte anmäla dig längre.
ended-successor = Den fortsätter som { $name }
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
printed-from = Utskrivet från Insatskatalogen, { $address }

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
import-identity-number = ”{ $value }” ser ut som ett personnummer. Personuppgifter får inte finnas i katalogen.
import-mobile-phone = ”{ $value }” ser ut som ett mobilnummer. Ett nummer som flera delar står under Kontakt.
import-personal-email = ”{ $value }” ser ut som en persons egen e-postadress. Skriv en gemensam adress.
import-person-name = ”{ $value }” har namnet på en person. Skriv en funktion.
import-too-many = Det är för många värden: { $value }.
import-unknown-key = ”{ $value }” hör inte hemma här.
import-missing = Det här måste finnas.
import-no-id = Namnet har inga bokstäver eller siffror som kan ge en identitet.
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
error-gone-text = Den har tagits bort ur katalogen. Sök efter något liknande.
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
told-route = där { $route }
told-literally = Sök på exakt de orden i stället
told-corrected = Vi sökte på ”{ $word }”.
told-instead = Sök på ”{ $word }” i stället
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
vocabulary-funder-types = Typer av finansiärer
vocabulary-referral-routes = Vägar in
vocabulary-life-situations = Livssituationer

# --- Liknande ---
section-similar = Liknande insatser
ended-similar = Se liknande insatser

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
