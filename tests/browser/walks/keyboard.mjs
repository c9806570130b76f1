// From the start page to a printed comparison, using only the keyboard.
import { printedPages } from '../checks/media.mjs';
import { everyStop, tabTo } from './focus.mjs';

const go = (page, address, key = 'Enter') => Promise.all([page.waitForURL(address), page.keyboard.press(key)]);

/** Search → filter → hit, and back. */
export async function find(page, base) {
  const faults = [];
  await page.goto(`${base}/`);
  await tabTo(page, '.ds-skip-link', faults);
  await tabTo(page, '#q', faults);
  await page.keyboard.type('coach');
  await go(page, /\/sok\?/);
  await tabTo(page, '.ds-skip-link[href="#resultat"]', faults);
  await tabTo(page, 'input[name=target_group]', faults);
  const address = page.url();
  await page.keyboard.press('Space');
  if (page.url() !== address) faults.push('ticking a box changes the page');
  await tabTo(page, '#visa', faults);
  await go(page, /target_group=/);
  if (!/q=coach/.test(page.url())) faults.push('the filter form loses the words');
  await tabTo(page, '.active-chip', faults);
  await tabTo(page, '.result-card h2 a', faults);
  await go(page, /\/insats\//);
  await page.goBack();
  if (!(await page.locator('input[name=target_group]:checked').count())) faults.push('going back loses the filter');
  await tabTo(page, '.active-chip', faults);
  await go(page, (url) => !url.searchParams.has('target_group'));
  return faults;
}

/** A municipality that has no checkbox is typed, and is a checked one on the next page beside another. */
export async function writeMunicipality(page, base) {
  const faults = [];
  await page.goto(`${base}/sok?municipality=0780`);
  await tabTo(page, '.more:has(#municipality) > summary', faults);
  await page.keyboard.press('Enter');
  await tabTo(page, '#municipality', faults);
  await page.keyboard.type('kiruna');
  await go(page, /municipality=kiruna/);
  const ticked = await page
    .locator('input[name=municipality]:checked')
    .evaluateAll((boxes) => boxes.map((box) => box.value).sort());
  if (ticked.join() !== '0780,2584') faults.push(`other municipalities are chosen: ${ticked}`);
  const written = await page.locator('#municipality').inputValue();
  if (written) faults.push(`what was understood is still in the field: ${written}`);
  return faults;
}

/** Two hits → compare → only differences → print. Without `scripts` the page shows no print button. */
export const compareAndPrint = (scripts) => async (page, base) => {
  const faults = [];
  await page.addInitScript(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await page.goto(`${base}/sok?q=provverkstaden&ended=include`);
  const hits = await page.locator('.result-card h2').allTextContents();
  for (const hit of [0, 1]) {
    await tabTo(page, `.result-cards > li:nth-child(${hit + 1}) [form=jamfor]`, faults);
    await page.keyboard.press('Space');
  }
  await tabTo(page, '#jamfor button', faults);
  await go(page, /\/jamfor\?/);
  if (new URL(page.url()).searchParams.getAll('id').length !== 2) faults.push(`not two are compared: ${page.url()}`);
  const compared = await page.locator('thead th a:first-child').allTextContents();
  if (compared.join() !== hits.slice(0, 2).join()) faults.push(`others are compared: ${compared}`);
  await tabTo(page, 'main a[href*="only=differences"]', faults);
  await go(page, /only=differences/);
  if (!scripts) {
    if (await page.locator('[data-act]:visible').count()) faults.push('a button is shown that does nothing');
    if ((await printedPages(page)) === 0) faults.push('nothing is printed');
    return faults;
  }
  await tabTo(page, '[data-act=print]', faults);
  await page.keyboard.press('Enter');
  if (!(await page.evaluate(() => window.printed))) faults.push('printing does not print');
  return faults;
};

/** The skip links skip the header and the filters. */
export async function skip(page, base) {
  const faults = [];
  await page.goto(`${base}/sok?q=coach`);
  for (const [link, within] of [
    ['#innehall', 'main'],
    ['#resultat', '#resultat'],
  ]) {
    await page.evaluate(() => {
      document.activeElement.blur();
      scrollTo(0, 0);
    });
    await page
      .locator('.ds-skip-link')
      .first()
      .evaluate((first) => first.focus());
    if (link === '#resultat') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    if (!(await page.evaluate((within) => Boolean(document.activeElement.closest(within)), within)))
      faults.push(`${link} leads elsewhere`);
  }
  return faults;
}

/** Enter in a field of the panel submits words and filters together. */
export async function enterInFilter(page, base) {
  const faults = [];
  await page.goto(`${base}/sok?q=coach&sort=name`);
  await page.locator('#age').fill('20');
  await Promise.all([page.waitForURL(/age=20/), page.locator('#age').press('Enter')]);
  const asked = new URL(page.url()).searchParams;
  if (asked.get('q') !== 'coach' || asked.get('sort') !== 'name') faults.push('Enter in a filter loses words or order');
  return faults;
}

/** Every Tab stop of a page. */
export const stopsOf = (path) => async (page, base) => {
  await page.goto(base + path);
  return everyStop(page);
};
