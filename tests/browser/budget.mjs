// The budget of each page: bytes sent, elements, requests, layout shift.
import { open, PHONE } from './browser.mjs';
import { bytes, weigh } from './weight.mjs';

const MOST = { html: 12_000, css: 26_000, js: 6_000, font: 35_000 };
const ELEMENTS = 1_500;
const REQUESTS = 6;
/** Maximum cumulative layout shift while a page loads. */
const SHIFT = 0.02;

/** The largest pages that links and forms lead to: long lists, many places or columns. Measured in every language. */
export const HEAVY = [
  '/sok?ended=include',
  '/situation/inget-jobb',
  '/situation/ung-utan-jobb-eller-studier',
  '/sok?view=table&ended=include',
  '/sok?q=arbete&view=table',
  '/sok?ended=include&q=arbete&view=table&page=2',
  '/sok?ended=include&q=arbete&sort=name',
  '/sok?age=abc&view=table',
  '/oversikt',
  '/oversikt?county=12',
  '/oversikt?county=12&page=2',
  '/oversikt?county=14',
  '/oversikt?county=14&columns=activity',
  '/oversikt?county=14&columns=activity&page=2',
  '/oversikt?columns=activity',
  '/oversikt?ended=include&county=14',
  '/oversikt?ended=include&county=14&columns=activity',
];

/** Faults of an open page: bytes of its HTML, number of elements. */
export async function pageWeight(page, url, note = () => {}) {
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  const { raw, sent } = await bytes(url);
  note(`HTML ${raw} / ${sent} gzip, ${elements} elements`);
  return [
    ...(sent > MOST.html ? [`${sent} bytes of html, at most ${MOST.html}`] : []),
    ...(elements > ELEMENTS ? [`${elements} elements, at most ${ELEMENTS}`] : []),
  ];
}

/** Measures a page that is not among the states. */
export async function weighPage(run, path) {
  const { page } = await open(run.browser, [run.servers.full], { viewport: PHONE });
  const faults = [];
  try {
    await page.goto(run.servers.full + path);
    faults.push(
      ...(await pageWeight(page, run.servers.full + path, (weight) =>
        run.report.notes.push(`${path.padEnd(44)} ${weight}`),
      )),
    );
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  } finally {
    await page.context().close();
  }
  run.report.check(path, 'budget', faults);
}

/** Measures a first visit of a page, with all files, and adds the figures to the report. */
export async function budget(run, path) {
  const base = run.servers.full;
  const { page } = await open(run.browser, [base], { viewport: PHONE });
  const faults = [];
  try {
    const weight = await weigh(page, base + path);
    for (const [kind, most] of Object.entries(MOST)) {
      if (weight[kind]?.sent > most) faults.push(`${weight[kind].sent} bytes of ${kind}, at most ${most}`);
      if (kind !== 'html' && weight[kind]?.count !== 1) faults.push(`${weight[kind]?.count ?? 0} files of ${kind}`);
    }
    if (weight.requests > REQUESTS) faults.push(`${weight.requests} requests, at most ${REQUESTS}`);
    const shift = await page.evaluate(
      () =>
        new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    if (shift > SHIFT) faults.push(`moves by ${shift} while it loads, at most ${SHIFT}`);
    if (weight.elements > ELEMENTS) faults.push(`${weight.elements} elements, at most ${ELEMENTS}`);
    run.report.notes.push(
      `${path.padEnd(44)} HTML ${weight.html.raw} / ${weight.html.sent} gzip, ${weight.requests} requests, ${weight.elements} elements`,
    );
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  } finally {
    await page.context().close();
  }
  run.report.check(path, 'budget', faults);
}
