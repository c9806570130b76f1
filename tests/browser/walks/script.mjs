// The features that the script adds, and pages without the script.

/** The number in the button is correct and announced; a failed request removes it. */
export async function count(page, base) {
  const faults = [];
  await page.goto(`${base}/sok`);
  const button = page.locator('#visa');
  const plain = await button.textContent();
  await page.locator('input[name=target_group]').first().check();
  await page
    .waitForFunction(() => /\d/.test(document.querySelector('#visa').textContent))
    .catch(() => faults.push('the button gets no number'));
  const [number] = /[\d\u00a0]+/.exec(await button.textContent()) ?? [''];
  if (!(await page.locator('#status').textContent()).includes(number)) faults.push('the number is not announced');
  await page.route('**/api/v1/facets*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.locator('input[name=target_group]').first().uncheck();
  await page
    .waitForFunction((plain) => document.querySelector('#visa').textContent === plain, plain)
    .catch(() => faults.push('without an answer the button keeps a wrong number'));
  await page.locator('input[name=target_group]').first().check();
  await Promise.all([page.waitForURL(/target_group=/), button.click()]);
  if (!(await page.locator('h1').textContent()).startsWith(number)) faults.push('the number in the button was wrong');
  return faults;
}

/** Filters detected in the words can be removed in the panel and do not affect the next search. */
export async function detectedFilters(page, base) {
  const faults = [];
  const heading = () => page.locator('h1').textContent();
  const scripted = async () => (await page.locator('[data-act]:visible').count()) > 0;
  await page.goto(`${base}/sok?${new URLSearchParams({ q: 'stöd 20 år växjö' })}`);
  const before = await heading();
  await page.locator('input[name=municipality][value="0780"]').uncheck();
  const button = page.locator('#visa');
  let said;
  if (await scripted()) {
    await page
      .waitForFunction(() => /\d/.test(document.querySelector('#visa').textContent))
      .catch(() => faults.push('the button gets no number'));
    [said] = /[\d\u00a0]+/.exec(await button.textContent()) ?? [];
  }
  await Promise.all([
    page.waitForURL((url) => !url.search.includes('was=') && url.search.includes('age=20')),
    button.click(),
  ]);
  if ((await heading()) === before) faults.push('what was taken away is still there');
  if (said && !(await heading()).startsWith(said)) faults.push(`the button said ${said}: ${await heading()}`);
  if (
    /Växjö/.test(
      await page
        .locator('.chips')
        .allTextContents()
        .then((all) => all.join()),
    )
  )
    faults.push('the place is still chosen');
  await page.goto(`${base}/sok?${new URLSearchParams({ q: 'stöd 20 år växjö' })}`);
  await page.locator('#q').fill('stöd 45 år emmaboda');
  await Promise.all([page.waitForURL(/emmaboda/), page.locator('#q').press('Enter')]);
  const chosen = (await page.locator('.active-chip').allTextContents()).join();
  if (/Växjö|20 år/.test(chosen) || !/Emmaboda/.test(chosen) || !/45 år/.test(chosen))
    faults.push(`the next search keeps the one before: ${chosen}`);
  return faults;
}

/** The copy button copies and announces it; the print button prints. */
export async function copyAndPrint(page, base) {
  const faults = [];
  await page.addInitScript(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await page.goto(`${base}/insats/prov-komplett`);
  await page.locator('[data-act=copy]').first().click();
  await page
    .waitForFunction(() => document.querySelector('#status').textContent === 'Länken är kopierad.')
    .catch(() => faults.push('copying says nothing'));
  if ((await page.evaluate(() => navigator.clipboard.readText())) !== page.url())
    faults.push('something else is copied');
  await page.locator('[data-act=print]').first().click();
  if (!(await page.evaluate(() => window.printed))) faults.push('printing does not print');
  return faults;
}

/** Without scripts, buttons that need one are hidden. */
export const noIdleButtons = (paths) => async (page, base) => {
  const faults = [];
  for (const path of paths) {
    await page.goto(base + path);
    for (const text of await page
      .locator('[data-act]:visible, button[type=button]:not([popovertarget]):visible')
      .allTextContents()) {
      faults.push(`${path} shows a button that does nothing: ${text}`);
    }
  }
  return faults;
};

/** The selection for comparison is kept on other pages of hits, by the panel and on the page of a hit; empty fields stay
 *  out of the address. */
export async function keepsSelection(page, base) {
  const faults = [];
  const ids = () => new URL(page.url()).searchParams.getAll('id');
  await page.goto(`${base}/sok`);
  const first = page.locator('[form=jamfor]').first();
  const id = await first.getAttribute('value');
  await first.check();
  await Promise.all([page.waitForURL(/page=2/), page.locator('.pagination a[rel=next]').click()]);
  if (ids().join() !== id) faults.push(`the next page forgets: ${ids()}`);
  const second = page.locator('[form=jamfor]').first();
  const other = await second.getAttribute('value');
  await second.check();
  await page.locator('input[name=target_group]').first().check();
  await Promise.all([page.waitForURL(/target_group=/), page.locator('#visa').click()]);
  if (ids().sort().join() !== [id, other].sort().join()) faults.push(`the panel forgets: ${ids()}`);
  if (/=(&|$)/.test(page.url())) faults.push(`an empty field is in the address: ${page.url()}`);
  await Promise.all([page.waitForURL(/\/insats\//), page.locator('.result-card h2 a').first().click()]);
  const compare = await page.locator('.tools a[href*="/jamfor"]').getAttribute('href');
  if (!compare.includes(id) || !compare.includes(other)) faults.push(`comparing from a hit forgets: ${compare}`);
  return faults;
}
