// Every page and state, one entry each: its address, its status (200), the service it is shown `on`
// (`full`, `empty`, …), words it must have (`has`) and must not have (`lacks`), its `title`, elements
// (`selector`), how many `pages` its print may have, and whether its sentences are `ours`.
import { dates } from './records.mjs';

const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const written = (date) => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[month - 1]} ${year}`;
};
const help = ['Behöver du hjälp nu?', 'Ring 112', 'Ring 020-50 50 50'];
// Where the list itself is not looked at, a short one saves time.
const few = { per_page: '4' };
const sok = (parameters) => `/sok?${new URLSearchParams(parameters)}`;

export const states = [
  { name: 'start', path: '/', ours: true, has: ['Hitta stöd till arbete, studier och en bättre vardag', 'insatser i hela Sverige', 'Jag har inget jobb', 'Stöd i din kommun', 'Så aktuella är uppgifterna', ...help] },
  { name: 'start-lan', path: '/?county=07#kommuner', has: ['Alvesta', 'Växjö', 'Älmhult'] },
  { name: 'alla', path: '/sok', ours: true, title: /^\d+ insatser – /, has: [/^\d+ insatser/m, 'Visar 1–20 av', 'Nästa', 'avslutade insatser visas inte. Visa dem också', /insatser saknar uppgift om kommun\. Visa dem/, 'Bäst träff', 'Startdatum', 'Visa fler kommuner'] },
  { name: 'traffar', ours: true, path: sok({ q: 'coach jobb', municipality: 'Växjö', age: '20' }), has: ['för ”coach jobb”', 'Kommun: Växjö', 'Ålder: 20 år', 'Rensa alla filter', 'Ta bort filtret', 'Så kommer du med'], selector: 'mark' },
  { name: 'tolkat', path: sok({ q: 'stöd 20 år växjö', ...few }), has: ['Vi letade efter ”stöd” för en person som är 20 år i Växjö. Sök på exakt de orden i stället', 'Kommun: Växjö', 'Ålder: 20 år'], selector: 'input[name=was]' },
  { name: 'rattat', path: sok({ q: 'praktk', ...few }), has: ['Vi sökte på ”praktik”. Sök på ”praktk” i stället'] },
  { name: 'menade', path: sok({ q: 'skuldrådgivinng', interpret: 'false' }), has: ['Vi sökte på exakt de ord du skrev.', 'Menade du ”skuldrådgivning”?'] },
  { name: 'akut', path: sok({ q: 'jag orkar inte leva', ...few }), has: help, selector: '#resultat > .help ~ .result-cards' },
  { name: 'plats', path: sok({ municipality: '0780', ...few }), has: [/^\d+ insatser i Växjö/m, 'Kommun: Växjö'] },
  { name: 'lan', path: sok({ county: '07', target_group: 'unga', ended: 'include', age: '20', age_strict: 'true' }), has: ['Län: Kronobergs län', 'För vem: Unga', 'Även avslutade', 'Bara där åldern är angiven', 'saknar uppgift om ålder och visas inte'] },
  { name: 'saknas', path: sok({ referral: 'not_stated', funder: 'not_stated', ...few }), has: ['Så kommer du med: ej angivet', 'Organisation som betalar: ej angivet'] },
  { name: 'en-traff', path: sok({ q: 'zebraverkstaden' }), title: /^zebraverkstaden – 1 insats – /, has: ['1 insats för ”zebraverkstaden”', 'Uppgiften är från november 2015 och är inte kontrollerad sedan dess', 'Ålder ej angiven'].map((words) => (words.startsWith('Ålder') ? /ålder ej angiven/i : words)) },
  { name: 'status', path: sok({ q: 'provverkstaden', ended: 'include' }), has: [`Slutar snart: ${written(dates.soon)}`, `Planerad, startar ${written(dates.later)}`, `Avslutad ${written(dates.ended)}`, 'Pågår', 'Period ej angiven', `Kan vara inaktuell. Uppgifterna kontrollerades ${written(dates.stale)}`, `Uppgifterna kontrollerades ${written(dates.reviewed)}`], lacks: ['Borttagen', 'Utkast'] },
  { name: 'sista-sidan', path: sok({ page: '999' }), has: ['Det här är den sista sidan', 'Så många träffar finns det inte.', 'Föregående'], lacks: ['Nästa'] },
  { name: 'mittsida', path: sok({ page: '4', sort: 'name', ...few }), has: ['Föregående', 'Nästa', '…'] },
  { name: 'noll', ours: true, path: sok({ q: 'qwxzy coach', municipality: '0780', status: 'ongoing' }), has: ['Inga insatser för ”qwxzy coach”', 'Vi hittade inget som passar alla dina val. Prova något av det här:', /Sök bara på ”coach” – då visas \d+ insats/, ...help] },
  { name: 'noll-filter', path: sok({ q: 'zebraverkstaden', municipality: '2584' }), has: ['Inga insatser för ”zebraverkstaden”', 'Ta bort ”Kommun: Kiruna” – då visas 1 insats'] },
  { name: 'noll-avslutade', path: sok({ q: 'provverkstaden slut', kind: 'municipal', ended: 'exclude', method: 'ips' }), has: ['Inga insatser för'] },
  { name: 'fel-alder', path: sok({ q: 'coach', age: 'abc' }), status: 400, title: /^Fel: /, has: ['Vi förstod inte ålder ”abc”. Skriv en ålder i siffror, till exempel 20.', /insatser för ”coach”/, 'Ändra åldern', ...help] },
  { name: 'fel-kommun', path: sok({ municipality: 'Växj', sort: 'bäst', ...few }), status: 400, title: /^Fel: /, has: ['Vi förstod inte ”Växj” i filtret Kommun.', 'Menade du Växjö', 'Vi förstod inte ”bäst” (Sortering).'] },
  { name: 'for-langt', path: sok({ q: 'a'.repeat(501), ...few }), status: 400, title: /^Fel: /, has: ['Skriv högst 500 tecken.'] },
  { name: 'insats', path: '/insats/prov-komplett', pages: 2, has: ['Så kommer du med', 'Du kan anmäla dig själv', 'Ring 0470-00 00 00', 'Läs på lättläst', 'Lägg till i jämförelse', 'Det här får du', 'För vem', 'Steg för steg', 'Bra att veta', 'Plats och kontakt', 'Provgatan 11, 352 30 Växjö', 'Onsdagar 14.00–15.00', 'För dig som är handläggare', 'Delar', 'Källa och granskning', `De kontrollerades ${written(dates.reviewed)} av Växjö kommun.`, 'Nästa kontroll görs senast'], lacks: ['Uppgifterna kan vara inaktuella', 'Vi saknar kontaktuppgift'], selector: '.rich-text li' },
  { name: 'lattlast', path: '/insats/prov-komplett?ll=1', has: ['Lättläst', 'Coachen hjälper dig.', 'Läs hela texten'], lacks: ['Det här får du'] },
  { name: 'insats-avslutad', path: '/insats/prov-avslutad', pages: 2, title: /^Avslutad: /, has: ['Insatsen är avslutad', `Den slutade ${written(dates.ended)}. Du kan inte anmäla dig längre.`, 'Den fortsätter som Provverkstaden Fortsättning'], lacks: ['Så kommer du med'], selector: 'meta[name=robots][content=noindex]' },
  { name: 'insats-inaktuell', path: '/insats/prov-inaktuell', has: ['Uppgifterna kan vara inaktuella', 'Ring innan du åker dit.', 'Period ej angiven'] },
  { name: 'insats-aldrig', path: '/insats/prov-aldrig', has: ['Uppgiften är från november 2015 och är inte kontrollerad sedan dess', 'Vi saknar kontaktuppgift. Fråga Växjö kommun.', 'Period ej angiven', 'Källan säger inte hur du kommer med.'] },
  { name: 'insats-mager', path: '/insats/prov-mager', has: ['Ingen källa är angiven.', 'Vi saknar kontaktuppgift.', 'För organisationer', 'Ålder ej angiven'], lacks: ['Steg för steg', 'Bra att veta', 'Det här får du'] },
  { name: 'insats-del', path: '/insats/prov-pagar', has: ['Hör ihop med', 'Del av', 'Provverkstaden Komplett'] },
  { name: 'insats-verklig', path: '/insats/skruvas', pages: 2, has: ['SKRUVAS', 'Strategisk överenskommelse för Kronobergs län', 'Visa vad källorna säger'] },
  { name: 'tabell', path: sok({ q: 'coach', municipality: '0780', view: 'table' }), has: ['Visa som:', 'Insats', 'För vem', 'Väg in', 'Kontrollerad', 'Jämför valda', 'Hämta som CSV'], selector: ['.table-scroll[role=region][tabindex="0"] table', 'th[aria-sort]', 'tbody th[scope=row] a'] },
  { name: 'tabell-alla', path: sok({ view: 'table', ended: 'include' }), has: ['Visar 1–50 av'], selector: 'tbody tr:nth-child(50)' },
  { name: 'tabell-noll', path: sok({ q: 'qwxzy', view: 'table' }), has: ['Inga insatser för'] },
  { name: 'valda', path: sok({ q: 'coach', id: 'prov-aldrig' }), has: ['1 insats från en annan sida är redan vald.'], selector: '.compare-bar.has-other-pages' },
  { name: 'jamfor', path: '/jamfor?id=prov-komplett&id=skruvas&id=prov-aldrig&id=prov-avslutad', pages: 2, has: ['Jämför 4 insatser', 'Kort om insatsen', 'För vem', 'Ålder', 'Var', 'Väg in', 'Väntetid', 'Kostnad', 'Tolk', 'Metod', 'Betalas av', 'Status', 'Kontakt', 'Kontrollerad', 'Skiljer', 'Uppgift saknas', 'Alla rader', 'Lägg till fler', 'Ta bort Provverkstaden Komplett', 'Listan sparas bara i länken – inga uppgifter om dig eller den du hjälper sparas.'] },
  { name: 'jamfor-skillnader', path: '/jamfor?id=prov-komplett&id=skruvas&only=differences', has: ['Jämför 2 insatser', 'Alla rader', 'Bara skillnader', 'Ålder', 'Skiljer', 'Status'] },
  { name: 'jamfor-ingen', path: '/jamfor', has: ['Välj insatser att jämföra i sökningen.', 'Sök insatser'], lacks: ['Bara skillnader'] },
  { name: 'jamfor-en', path: '/jamfor?id=prov-komplett', has: ['Jämför 1 insats', 'Välj en till'], lacks: ['Skiljer'] },
  { name: 'jamfor-sex', path: '/jamfor?id=skruvas&id=prov-komplett&id=kaa-vaxjo&id=samstart&id=prov-pagar&id=prov-planerad', has: ['Du valde 6. Vi visar de 4 första.'] },
  { name: 'jamfor-okand', path: '/jamfor?id=prov-komplett&id=finns-inte&id=prov-borttagen', has: ['Jämför 1 insats', 'Insatsen ”finns-inte” finns inte i katalogen.', 'Insatsen ”Provverkstaden Borttagen” finns inte kvar i katalogen.'] },
  { name: 'oversikt', path: '/oversikt', has: ['Översikt: hela Sverige', 'Kronobergs län', 'Karta'], selector: '.map svg a title' },
  { name: 'oversikt-lan', path: '/oversikt?county=07', has: ['Översikt: Kronobergs län', 'Alvesta', 'Karta', 'Luckor', 'Slutar inom 6 månader', 'behöver kontrolleras', 'Samma siffror finns i kolumnen ”Alla” i tabellen.', 'Därför blir summan av rutorna större än totalen.', 'Räkna bara lokala insatser', 'Hämta som CSV', '0, lucka', /Visa insatser i närheten \(\d+\)/], selector: ['.matrix a.gap', '.matrix a[aria-label*=" i Alvesta"]'] },
  { name: 'oversikt-del', path: '/oversikt?county=12&page=2', has: [/Tabellen visar kolumn \d+–\d+ av \d+\. De med flest insatser kommer först\. Se de andra kolumnerna/, /Kolumn 1–\d+: /], selector: '#kolumner a[href*="county=12"]' },
  { name: 'oversikt-val', path: '/oversikt?county=07&columns=kind&age=16-24&reach=direct&q=provverkstaden', has: ['Kommun och drivs som', 'Sökord: provverkstaden'], selector: 'input[name=reach]:checked' },
  { name: 'oversikt-tomt-lan', path: '/oversikt?county=23', has: ['Det finns inga insatser i Jämtlands län än.'] },
  { name: 'oversikt-ingenting', on: 'empty', path: '/oversikt?county=07', has: ['Det finns inga insatser i Kronobergs län än.'] },
  { name: 'oversikt-fel', path: '/oversikt?county=07&columns=x', status: 400, title: /^Fel: /, has: ['Vi förstod inte ”x” (Kolumner).', 'Växjö'] },
  { name: 'oversikt-tom', on: 'empty', path: '/oversikt', has: ['Katalogen är tom just nu.'] },
  { name: 'kommun', path: '/kommun/0764', has: ['Stöd i Alvesta', 'Här är stöd till arbete, studier och en bättre vardag för dig som bor i Alvesta.', 'Kommun: Alvesta', /insatser i Alvesta/], title: /^Stöd i Alvesta – \d+ insatser/, selector: 'link[rel=canonical]' },
  { name: 'kommun-okand', path: '/kommun/9999', status: 404, has: ['Sidan finns inte'] },
  { name: 'kommun-fel', path: '/kommun/0764?age=abc', status: 400, title: /^Fel: Stöd i Alvesta/, has: ['Vi förstod inte ålder ”abc”.', ...help] },
  { name: 'situation', path: '/situation/inget-jobb', has: ['Jag har inget jobb', 'Praktik, arbetsträning och hjälp att söka jobb.', 'Välj din kommun och ålder'] },
  { name: 'inbaddat', path: '/inbaddat/sok?municipality=0764', has: ['Stöd till arbete och studier i Alvesta', 'Vad vill du ha hjälp med?', /Visa alla \d+ insatser i Insatskatalogen/], lacks: ['Hoppa till innehållet', 'Lättläst'], selector: 'main a[target=_top]' },
  { name: 'inbaddat-noll', path: '/inbaddat/sok?q=qwxzy', has: ['Här finns inga insatser just nu.', 'Sök i hela Insatskatalogen'] },
  { name: 'inbaddat-fel', path: '/inbaddat/sok?age=abc', status: 400, has: ['Något i adressen till den här rutan är fel.'] },
  { name: 'inbaddat-hur', path: '/inbaddat?municipality=0764', has: ['Visa katalogen på er webbplats', 'Kopiera koden', '<iframe src=', 'Så här ser det ut'] },
  { name: 'om', path: '/om', ours: true, has: ['Om katalogen', 'Så söker du', 'Vad är en insats?'] },
  { name: 'lattlast-sida', path: '/lattlast', ours: true, has: ['Lättläst', 'Hur gör jag?', 'Sök efter stöd', 'Välj det som stämmer in på dig', 'Se nummer du kan ringa'] },
  { name: 'ordlista', path: '/ordlista', ours: true, has: ['Ordlista', 'Ett stöd som du kan få.', 'Sägs också: IPS'], selector: '#insats[tabindex="-1"]' },
  { name: 'kontakt', path: '/kontakt', ours: true, has: ['Kontakta oss', 'Något står fel på en sida', ...help] },
  { name: 'sa-granskas', path: '/sa-granskas', ours: true, has: ['Så granskas uppgifterna', 'Allt har en källa'] },
  { name: 'personuppgifter', path: '/personuppgifter', ours: true, has: ['Vi sparar inte vem som söker. Vi använder inga kakor. Ingen annan får veta att du varit här.'] },
  { name: 'tillganglighet', path: '/tillganglighet', ours: true, has: ['Tillgänglighetsredogörelse', 'Vem som ansvarar', 'delvis förenlig', 'Brister som vi känner till', 'Säg till om något inte fungerar', 'anmäla brister till Digg'], selector: 'a[href*="digg.se"]' },
  { name: 'oppna-data', path: '/oppna-data', has: ['Öppna data', 'CC0'] },
  { name: 'andringar', path: '/insats/prov-komplett/andringar', has: ['Ändringar: ', 'Insatsen lades in i katalogen.', 'Tillbaka till insatsen'] },
  { name: 'sprak', path: '/sprak/sv', has: ['Sök efter stöd', ...help] },
  { name: '404', path: '/insats/har-aldrig-funnits', status: 404, has: ['Sidan finns inte', 'Den kan ha bytt adress.', 'Vad vill du ha hjälp med?', ...help] },
  { name: '404-utkast', path: '/insats/prov-utkast', status: 404, has: ['Sidan finns inte'] },
  { name: '410', path: '/insats/prov-borttagen', status: 410, has: ['Insatsen finns inte kvar', 'Den fortsätter som Provverkstaden Arvtagare', 'Vad vill du ha hjälp med?', ...help] },
  { name: '410-utan-arvtagare', path: '/insats/prov-bortglomd', status: 410, has: ['Insatsen finns inte kvar', 'Liknande insatser', ...help] },
  { name: '503', on: 'starting', path: '/sok?q=coach', status: 503, has: ['Sökningen startar', 'Vänta en liten stund och försök igen.', ...help] },
  { name: '503-start', on: 'starting', path: '/', status: 503, has: ['Sökningen startar', ...help] },
  { name: '500', on: 'broken', path: '/insats/skruvas', status: 500, has: ['Något gick fel hos oss', 'Försök igen om en stund.', /[0-9a-f]{8}-[0-9a-f]+/, 'Vad vill du ha hjälp med?', ...help] },
  { name: 'tom-start', on: 'empty', path: '/', has: ['Katalogen är tom just nu. Försök igen senare.', ...help] },
  { name: 'tom-sok', on: 'empty', path: '/sok', has: ['Inga insatser', ...help] },
];

/** What every language beside Swedish is looked at on: frame, search, filters, states, help. */
export const inLanguage = (code) => [
  ['start', '/'], ['sok', sok({ q: 'coach', municipality: '0780', age: '20' })], ['noll', sok({ q: 'qwxzy coach', municipality: '0780' })],
  ['fel', sok({ q: 'coach', age: 'abc' }), 400], ['tabell', sok({ q: 'coach', view: 'table' })], ['insats', '/insats/prov-komplett'], ['avslutad', '/insats/prov-avslutad'],
  ['jamfor', '/jamfor?id=prov-komplett&id=skruvas'], ['oversikt', '/oversikt?county=07'], ['lattlast', '/lattlast'], ['kontakt', '/kontakt'],
  ['sprak', `/sprak/${code}`], ['404', '/insats/har-aldrig-funnits', 404], ['inbaddat', '/inbaddat/sok?municipality=0780'],
].map(([name, path, status]) => ({ name: `${code}-${name}`, status, path: `${path}${path.includes('?') ? '&' : '?'}lang=${code}`, selector: `html[lang=${code}][dir=${code === 'ar' ? 'rtl' : 'ltr'}]` }));
