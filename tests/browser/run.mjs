// Tests of the pages in headless Chromium: node run.mjs PROGRAM [--shots DIR] [--only NAME]
// Starts the program; exits with 1 when a check fails. --only runs the states and walks whose name begins with NAME
// (a regular expression: 'insats|410').
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inParallel, launch, open, PHONE, WIDE } from './browser.mjs';
import { budget, HEAVY, weighPage } from './budget.mjs';
import { checkState } from './state-checks.mjs';
import { Links } from './links.mjs';
import { testChecks } from './check-tests.mjs';
import { records } from './records.mjs';
import { repeatedAfterCrash, Report } from './report.mjs';
import { covers, pageRoutes } from './routes.mjs';
import { emptyCatalogue, run as runProgram, start } from './server.mjs';
import { inLanguage, states } from './states.mjs';
import { walks } from './walks/all.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const {
  values: { shots, only = '' },
  positionals: [binary],
} = parseArgs({
  allowPositionals: true,
  options: { shots: { type: 'string' }, only: { type: 'string' } },
});
if (!binary) {
  console.error('usage: node run.mjs PROGRAM [--shots DIR] [--only NAME]');
  process.exit(2);
}
// The example program that serves pages with a fault is built beside the program.
const faulty = join(dirname(resolve(binary)), 'examples/faulty');
const wanted = (name) => new RegExp(`^(?:${only})`).test(name);
if (shots) mkdirSync(shots, { recursive: true });

const began = Date.now();
const report = new Report();
const started = [];
let browser;
let ended = false;

/** Remembers a started service, so that `end` stops it. */
async function service(starting) {
  const server = await starting;
  started.push(server);
  return server.base;
}

/** Prints the report and stops browser and services; also on a signal. */
async function end() {
  if (ended) return;
  ended = true;
  report.print(Math.round((Date.now() - began) / 1000));
  await browser?.close();
  for (const server of started.splice(0)) await server.stop();
  process.exit(report.failed > 0 ? 1 : 0);
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    report.check('the run', 'goes through', [`ended by ${signal}`]);
    end();
  });
}

async function walk(run, { name, steps, elsewhere, ...settings }) {
  const base = run.servers.full;
  const { page, faults } = await open(run.browser, elsewhere ? null : [base], settings);
  try {
    run.report.check(name, 'walk', await steps(page, base, run));
  } catch (error) {
    run.report.check(name, 'walk', [error.message.split('\n')[0]]);
  } finally {
    if (!elsewhere) run.report.check(name, 'quiet', faults);
    await page.context().close();
  }
}

try {
  const servers = {
    full: await service(start(binary, { records })),
    empty: await service(start(binary, { catalogue: emptyCatalogue(join(root, 'catalogue/data')) })),
    starting: await service(runProgram(faulty, ['no-index'])),
    broken: await service(runProgram(faulty, ['no-database'])),
  };
  browser = await launch();
  const catalogue = (await (await fetch(`${servers.full}/api/v1/export.jsonl`)).text())
    .trim()
    .split('\n')
    .map(JSON.parse);
  const languages = readdirSync(join(root, 'locales')).map((name) => name.replace('.ftl', ''));
  const run = {
    browser,
    report,
    servers,
    languages,
    links: new Links(),
    shots: shots && resolve(shots),
    keys: new Set(readFileSync(join(root, 'locales/sv.ftl'), 'utf8').match(/^[a-z][\w-]*(?= =)/gm)),
    recordTexts: catalogue
      .flatMap((item) => [item.name, item.summary, ...(item.organizations ?? []).map((one) => one.name)])
      .filter(Boolean),
  };
  const routes = pageRoutes(binary);
  const sizes = [WIDE, PHONE];
  // English has the same layout as Swedish, so one viewport is enough.
  const sizesOf = (state) => (state.name.startsWith('en-') ? [WIDE] : sizes);
  const all = [...states, ...languages.filter((code) => code !== 'sv').flatMap(inLanguage)];
  const chosen = all.filter((state) => wanted(state.name));
  const walked = walks.filter((walk) => wanted(walk.name));
  const weighed = !wanted('budget')
    ? []
    : [
        ...routes
          .map((route) => states.find((state) => !state.on && !state.status && covers(route, state.path))?.path)
          .filter(Boolean),
      ];
  const heavy = !wanted('budget')
    ? []
    : languages.flatMap((code) =>
        HEAVY.map((path) => (code === 'sv' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${code}`)),
      );
  report.check(
    'routes',
    'every page has a state',
    routes.filter((route) => !all.some((state) => covers(route, state.path))).map((route) => `no state shows ${route}`),
  );
  const visits = chosen.flatMap(sizesOf).length;
  report.summary =
    `${chosen.length} states (${languages.join(', ')}) of ${routes.length} pages, ` +
    `${visits} with their sizes, ${walked.length} walks`;
  await inParallel(
    [
      ...(wanted('check tests') ? [() => testChecks(run)] : []),
      ...walked.map((each) => repeatedAfterCrash(run, (run) => walk(run, each))),
      ...chosen.flatMap((state) =>
        sizesOf(state).map((size) => repeatedAfterCrash(run, (run) => checkState(run, state, size))),
      ),
      ...weighed.map((path) => () => budget(run, path)),
      ...heavy.map((path) => () => weighPage(run, path)),
    ],
    3,
  );
  report.check('links', 'lead somewhere', await run.links.follow());
} catch (error) {
  report.check('the run', 'goes through', [error.stack]);
}
await end();
