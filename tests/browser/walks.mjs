// What people do: search, filter, read, by keyboard, with and without scripts.

const MOST_TABS = 120;

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
