// What people do: search, filter, read, by keyboard, with and without scripts.
import { createServer } from 'node:http';

const MOST_TABS = 120;
/** Where a page of others is that shows the catalogue in a frame: another origin on this machine. */
export const ELSEWHERE = 'http://localhost:';

async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(x + width / 2, y + height / 2);
    const style = getComputedStyle(element);
    return {
      name: `${element.tagName} ${element.name ?? ''} ${element.textContent.trim().slice(0, 30)}`,
      covered: !(at && (element.contains(at) || at.contains(element) || at.closest('label')?.contains(element))),
      outlined: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none',
      skip: element.matches('.ds-skip-link'),
    };
  });
}

/** Presses Tab until `wanted` has the focus; every stop on the way must be seen. */
async function tabTo(page, wanted, faults) {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at.covered) faults.push(`focus is covered: ${at.name}`);
    if (!at.outlined && !at.skip) faults.push(`focus is not seen: ${at.name}`);
    if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted)) return true;
  }
  faults.push(`Tab never reaches ${wanted}`);
  return false;
}

/** Search → filter → hit with the keyboard alone. */
export async function keyboard(page, base) {
  const faults = [];
  await page.goto(`${base}/`);
  await page.keyboard.press('Tab');
  if (!(await focused(page)).skip) faults.push('the first stop is not the skip link');
  await tabTo(page, '#q', faults);
  await page.keyboard.type('coach');
  await Promise.all([page.waitForURL(/\/sok\?/), page.keyboard.press('Enter')]);
  await tabTo(page, '.ds-skip-link[href="#resultat"]', faults);
  await tabTo(page, 'input[name=target_group]', faults);
  await page.keyboard.press('Space');
  const url = page.url();
  if (page.url() !== url) faults.push('ticking a box changes the page');
  await tabTo(page, '#visa', faults);
  await Promise.all([page.waitForURL(/target_group=/), page.keyboard.press('Enter')]);
  if (!/q=coach/.test(page.url())) faults.push('the filter form loses the words');
  await tabTo(page, '.chipx', faults);
  await tabTo(page, '.card h2 a', faults);
  await Promise.all([page.waitForURL(/\/insats\//), page.keyboard.press('Enter')]);
  await page.goBack();
  if (!(await page.locator('input[name=target_group]:checked').count())) faults.push('going back loses the filter');
  await page.locator('.chipx').first().click();
  if (/target_group=/.test(page.url())) faults.push('a chip does not remove its filter');
  return faults;
}

/** Enter in a field of the panel sends words and filters together. */
export async function enterInFilter(page, base) {
  const faults = [];
  await page.goto(`${base}/sok?q=coach&sort=name`);
  await page.locator('#age').fill('20');
  await Promise.all([page.waitForURL(/age=20/), page.locator('#age').press('Enter')]);
  const asked = new URL(page.url()).searchParams;
  if (asked.get('q') !== 'coach' || asked.get('sort') !== 'name') faults.push('Enter in a filter loses words or order');
  return faults;
}

/** On a phone the panel opens by its link and closes by another. */
export async function phonePanel(page, base) {
  const faults = [];
  await page.goto(`${base}/sok?q=coach`);
  if (await page.locator('#filter').isVisible()) faults.push('the panel is open from the start');
  await page.locator('.fopen').click();
  if (!(await page.locator('#filter').isVisible())) faults.push('the panel does not open');
  await page.locator('.filt .close').click();
  if (await page.locator('#filter').isVisible()) faults.push('the panel does not close');
  return faults;
}

/** What the script adds: a number in the button, copying; both only when it runs. */
export async function script(page, base) {
  const faults = [];
  await page.goto(`${base}/sok`);
  const button = page.locator('#visa');
  await page.locator('input[name=target_group]').first().check();
  await page.waitForFunction(() => /^Visa [\d\u00a0]+ insats/.test(document.querySelector('#visa').textContent), null, { timeout: 3000 })
    .catch(() => faults.push('the button gets no number'));
  const [number] = /[\d\u00a0]+/.exec(await button.textContent()) ?? [];
  if (!(await page.locator('#status').textContent()).includes(number)) faults.push('the number is not announced');
  await Promise.all([page.waitForURL(/target_group=/), button.click()]);
  if (!(await page.locator('h1').textContent()).startsWith(number)) faults.push('the number in the button was wrong');
  await page.goto(`${base}/insats/prov-komplett`);
  await page.locator('[data-act=copy]').click();
  await page.waitForFunction(() => document.querySelector('#status').textContent === 'Länken är kopierad.', null, { timeout: 2000 })
    .catch(() => faults.push('copying says nothing'));
  return faults;
}

export async function withoutScript(page, base) {
  const faults = [];
  for (const path of ['/sok', '/insats/prov-komplett']) {
    await page.goto(base + path);
    if (await page.locator('[data-act]:visible').count()) faults.push(`${path} shows a button that does nothing`);
  }
  return faults;
}

/** Suggestions while typing: a combobox that never changes what is typed. */
export async function suggestions(page, base) {
  const faults = [];
  await page.goto(`${base}/`);
  const field = page.locator('#q');
  const list = page.locator('[role=listbox]');
  await field.pressSequentially('v');
  if (await list.isVisible()) faults.push('one letter gives suggestions');
  await field.pressSequentially('äx');
  await list.waitFor({ state: 'visible', timeout: 3000 }).catch(() => faults.push('no suggestions'));
  const options = await page.locator('[role=option]').count();
  if (options < 1 || options > 8) faults.push(`${options} suggestions`);
  if (!/^\d+ förslag\. Använd pil ned\.$/.test(await page.locator('#status').textContent())) faults.push('the suggestions are not announced');
  if ((await field.getAttribute('aria-expanded')) !== 'true') faults.push('the field is not said to be expanded');
  await page.keyboard.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  if ((await page.locator(`[id="${active}"]`).getAttribute('aria-selected')) !== 'true') faults.push('Down marks nothing');
  if ((await field.inputValue()) !== 'väx') faults.push('what is typed is overwritten');
  await page.keyboard.press('Escape');
  if (await list.isVisible()) faults.push('Esc does not close');
  await field.pressSequentially('j');
  await list.waitFor({ state: 'visible', timeout: 3000 }).catch(() => faults.push('no suggestions after Esc'));
  await page.keyboard.press('ArrowDown');
  await Promise.all([page.waitForURL(/\/(sok\?municipality=0780|insats\/)/), page.keyboard.press('Enter')]);
  await page.goto(`${base}/`);
  await field.pressSequentially('växj');
  await list.waitFor({ state: 'visible', timeout: 3000 });
  await Promise.all([page.waitForURL(/q=v%C3%A4xj/), page.keyboard.press('Enter')]);
  return faults;
}

/** A failed request shows nothing and breaks nothing. */
export async function suggestionsFail(page, base) {
  const faults = [];
  await page.route('**/api/v1/suggest*', (route) => route.fulfill({ contentType: 'application/json', body: 'no JSON' }));
  await page.goto(`${base}/`);
  const asked = page.waitForRequest(/suggest/);
  await page.locator('#q').pressSequentially('växjö');
  await asked;
  if (await page.locator('[role=listbox]').isVisible()) faults.push('a failed request shows a list');
  await Promise.all([page.waitForURL(/q=v%C3%A4xj/), page.keyboard.press('Enter')]);
  return faults;
}

/** The menu of a phone opens without a script, closes with Esc, and leaves the focus at its button. */
export async function menu(page, base) {
  const faults = [];
  await page.goto(`${base}/`);
  const menu = page.locator('#meny');
  if (await menu.isVisible()) faults.push('the menu is open from the start');
  await page.locator('[popovertarget=meny]').click();
  if (!(await menu.isVisible())) faults.push('the menu does not open');
  await page.keyboard.press('Escape');
  if (await menu.isVisible()) faults.push('Esc does not close the menu');
  await page.locator('[popovertarget=meny]').click();
  await Promise.all([page.waitForURL(/\/om$/), menu.getByRole('link', { name: 'Om katalogen' }).click()]);
  return faults;
}

/** The embed in a page of another site: the script gives the frame the height of what it shows. */
export async function embedded(page, base) {
  const faults = [];
  const code = `<script src="${base}/static/embed.js" data-query="municipality=0780" data-title="Stöd i Växjö"></script>`;
  const site = createServer((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? `<!doctype html><title>Kommunen</title><main>${code}</main>` : undefined);
  });
  await new Promise((resolve) => { site.listen(0, 'localhost', resolve); });
  try {
    await page.goto(`${ELSEWHERE}${site.address().port}/`);
    const frame = page.frameLocator('iframe[title="Stöd i Växjö"]');
    await frame.getByRole('heading', { level: 1 }).waitFor({ timeout: 5000 });
    const inner = await frame.locator('html').evaluate((html) => html.offsetHeight);
    await page.waitForFunction((height) => Math.abs(document.querySelector('iframe').offsetHeight - height) <= 2, inner, { timeout: 3000 })
      .catch(() => faults.push(`the frame is not ${inner} px high`));
    const [search] = await Promise.all([page.waitForURL(`${base}/sok?*`).then(() => page.url()), frame.getByRole('button', { name: 'Sök' }).click()]);
    if (!/municipality=0780/.test(search)) faults.push('the search of the embed loses the municipality');
  } finally {
    site.close();
    site.closeAllConnections();
  }
  return faults;
}
