// The budget of section 6 of the design, for each page, from the answers of the built program.
import { open, PHONE } from './browser.mjs';
import { weigh } from './weight.mjs';

const MOST = { html: 12_000, css: 26_000, js: 6_000, font: 35_000 };

/** Weighs one page as a first visit; notes the figures. */
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
    if (weight.requests > 6) faults.push(`${weight.requests} requests, at most 6`);
    if (weight.elements > 1_500) faults.push(`${weight.elements} elements, at most 1 500`);
    run.report.notes.push(`${path.padEnd(44)} HTML ${weight.html.raw} / ${weight.html.sent} gzip, ${weight.requests} requests, ${weight.elements} elements`);
  } catch (error) {
    faults.push(error.message.split('\n')[0]);
  } finally {
    await page.context().close();
  }
  run.report.check(path, 'budget', faults);
}
