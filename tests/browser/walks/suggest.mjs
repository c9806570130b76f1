// Suggestions while typing: an ARIA 1.2 combobox that never changes the typed text.

import { rules } from '../checks/axe.mjs';

const LIST = '[role=listbox]';
const OPTION = `${LIST} [role=option]`;

/** Replaces fetch by an immediate response with real suggestions: late responses are not shown. */
async function answerAtOnce(page, base, words) {
  const body = await (await fetch(`${base}/api/v1/suggest?q=${encodeURIComponent(words)}&limit=3`)).text();
  await page.addInitScript((body) => {
    window.fetch = () => Promise.resolve(new Response(body));
  }, body);
}

/** Suggestions appear after two letters and are announced; arrows move, Enter opens. */
export async function take(page, base) {
  const faults = [];
  await answerAtOnce(page, base, 'väx');
  await page.goto(`${base}/`);
  const field = page.locator('#q');
  if ((await field.getAttribute('role')) !== 'combobox') faults.push('the field is no combobox');
  if ((await field.getAttribute('aria-autocomplete')) !== 'list')
    faults.push('the field does not say that it suggests');
  await field.pressSequentially('väx');
  await page.locator(OPTION).first().waitFor();
  if ((await field.getAttribute('aria-expanded')) !== 'true')
    faults.push('the field does not say that the list is open');
  const options = await page.locator(OPTION).allTextContents();
  if (options.length > 8) faults.push(`${options.length} suggestions`);
  await page
    .waitForFunction(() => /^\d+ förslag\. Använd pil ned\.$/.test(document.querySelector('#status').textContent))
    .catch(() => faults.push('the suggestions are not announced'));
  faults.push(...(await rules(page, { part: 'form' })).violations);
  await page.keyboard.press('ArrowDown');
  const marked = await field.getAttribute('aria-activedescendant');
  if (!marked || (await page.locator(`#${marked}`).getAttribute('aria-selected')) !== 'true')
    faults.push('Down marks nothing');
  if (!(await field.evaluate((field) => field === document.activeElement))) faults.push('the focus leaves the field');
  if ((await field.inputValue()) !== 'väx') faults.push('what is typed is overwritten');
  await Promise.all([page.waitForURL((url) => url.pathname !== '/'), page.keyboard.press('Enter')]);
  return faults;
}

/** Esc closes the list and keeps the typed text; Enter without an active option submits it. */
export async function leave(page, base) {
  const faults = [];
  await answerAtOnce(page, base, 'väx');
  await page.goto(`${base}/`);
  await page.locator('#q').pressSequentially('väx');
  await page.locator(OPTION).first().waitFor();
  await page.keyboard.press('Escape');
  if (await page.locator(LIST).isVisible()) faults.push('Esc does not close the list');
  if ((await page.locator('#q').inputValue()) !== 'väx') faults.push('Esc changes what is typed');
  if ((await page.locator('#q').getAttribute('aria-expanded')) !== 'false')
    faults.push('the field still says that the list is open');
  await Promise.all([page.waitForURL(/\/sok\?/), page.keyboard.press('Enter')]);
  if (new URL(page.url()).searchParams.get('q') !== 'väx') faults.push('something else than what is typed is sent');
  return faults;
}

/** A failed request shows no list; the search works. */
export async function withoutAnswer(page, base) {
  const faults = [];
  await page.route('**/api/v1/suggest*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto(`${base}/`);
  const asked = page.waitForRequest('**/api/v1/suggest*');
  await page.locator('#q').pressSequentially('coach');
  await asked;
  if (await page.locator(LIST).isVisible()) faults.push('an empty list is shown');
  await Promise.all([page.waitForURL(/\/sok\?/), page.keyboard.press('Enter')]);
  return faults;
}
