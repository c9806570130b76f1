// Invented records for states that the shipped catalogue does not have. Dates are relative to today, so that a record
// keeps its state.
const day = 86_400_000;
const from = (days) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

export const dates = { reviewed: from(-30), stale: from(-430), ended: from(-40), soon: from(60), later: from(100) };

const owner = [{ id: 'vaxjo-kommun', role: 'owner' }];
const source = (supports) => [
  { document: 'Provblad för webbläsarprov', section: 'Avsnitt 1', date: '2026', supports, stated: 'inherited' },
];
const common = { kind: 'municipal', target_groups: ['unga'], coverage: ['0780'], organizations: owner };

export const records = [
  {
    ...common,
    id: 'prov-komplett',
    name: 'Provverkstaden Komplett',
    alternate_names: ['Komplettan'],
    summary: 'Du får en coach som hjälper dig till jobb eller studier i Växjö.',
    description:
      'Först träffar du en **coach**. Sedan gör ni en plan.\n\n- Hjälp att skriva cv\n- Hjälp att söka jobb\n\n<script>alert(1)</script>',
    eligibility: 'Du är mellan 16 och 29 år.',
    easy_read: 'Du får en coach. Coachen hjälper dig.',
    steps: ['**Hör av dig.** Ring eller mejla.', 'Träffa en coach.', 'Börja.'],
    good_to_know: 'Du får ta med någon.',
    for_staff: 'Boka ett trepartsmöte.',
    ages: [{ min: 16, max: 29 }],
    methods: ['supported-employment'],
    activities: ['coachning', 'praktik'],
    organizations: [...owner, { id: 'esf', role: 'funder' }, { id: 'alvesta-kommun', role: 'partner' }],
    referral: { routes: ['self', 'caseworker'], text: 'Ring eller mejla. Det kostar inget.' },
    contacts: [
      {
        name: 'Receptionen',
        phone: '0470-00 00 00',
        email: 'info@prov.example.org',
        url: 'https://prov.example.org/komplett',
      },
    ],
    locations: [{ name: 'Provhuset', address: 'Provgatan 11', postal_code: '352 30', city: 'Växjö' }],
    schedules: [{ byday: ['WE'], opens_at: '14:00', closes_at: '15:00', text: 'Informationsmöte' }],
    languages: ['sv', 'ar'],
    interpreter: true,
    cost: { free: true },
    capacity: { places: 15 },
    waiting_time: 'Ungefär två veckor',
    duration: '3–12 månader',
    accessibility: 'Hiss och hörslinga',
    goals: [{ text: 'Deltagare', target: 120, unit: 'personer' }],
    indicators: ['Andel i arbete'],
    period: { start: '2024-01-01', end: dates.soon },
    last_reviewed: dates.reviewed,
    review_by: from(150),
    as_of: '2026',
    sources: [
      {
        document: 'sok-kronoberg-handlingsplan-2025',
        section: 'Arbete',
        supports: ['name'],
        quote: 'en coach',
        stated: 'explicit',
      },
      ...source(['ages', 'period']),
    ],
  },
  {
    ...common,
    id: 'prov-pagar',
    name: 'Provverkstaden Pågår',
    summary: 'En insats som pågår utan slut.',
    period: { start: '2020' },
    last_reviewed: dates.reviewed,
    part_of: 'prov-komplett',
    sources: source(['period']),
  },
  {
    ...common,
    id: 'prov-planerad',
    name: 'Provverkstaden Planerad',
    summary: 'En insats som inte har börjat.',
    period: { start: dates.later },
    as_of: '2026',
    sources: source(['period']),
  },
  {
    ...common,
    id: 'prov-avslutad',
    name: 'Provverkstaden Avslutad',
    summary: 'En insats som är slut.',
    period: { end: dates.ended },
    as_of: '2026',
    sources: source(['period']),
  },
  {
    ...common,
    id: 'prov-fortsatt',
    name: 'Provverkstaden Fortsättning',
    summary: 'Det som kom efter.',
    succeeds: 'prov-avslutad',
    last_reviewed: dates.reviewed,
    sources: source(['succeeds']),
  },
  {
    ...common,
    id: 'prov-inaktuell',
    name: 'Provverkstaden Inaktuell',
    summary: 'En insats som ingen har kontrollerat på länge.',
    contacts: [{ phone: '0470-11 11 11' }],
    last_reviewed: dates.stale,
    sources: source(['name']),
  },
  {
    ...common,
    id: 'prov-aldrig',
    name: 'Zebraverkstaden',
    summary: 'En insats från en gammal källa.',
    as_of: '2015-11',
    sources: source(['name']),
  },
  { id: 'prov-mager', name: 'Provverkstaden Mager', level: 'structural' },
  { ...common, id: 'prov-borttagen', name: 'Provverkstaden Borttagen', state: 'archived' },
  { ...common, id: 'prov-bortglomd', name: 'Provverkstaden Bortglömd', state: 'archived' },
  {
    ...common,
    id: 'prov-arvtagare',
    name: 'Provverkstaden Arvtagare',
    summary: 'Det som kom i stället.',
    succeeds: 'prov-borttagen',
    last_reviewed: dates.reviewed,
    sources: source(['succeeds']),
  },
  { ...common, id: 'prov-utkast', name: 'Provverkstaden Utkast', state: 'draft' },
];
