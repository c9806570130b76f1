// What the one script adds, and that nothing is missed without it.

/** The number in the button: right, announced, and gone when it cannot be had. */
export async function count(page, base) {
  const faults = [];
  await page.goto(`${base}/sok`);
  const button = page.locator('#visa');
  const plain = await button.textContent();
  await page.locator('input[name=target_group]').first().check();
  await page.waitForFunction(() => /\d/.test(document.querySelector('#visa').textContent))
    .catch(() => faults.push('the button gets no number'));
  const [number] = /[\d\u00a0]+/.exec(await button.textContent()) ?? [''];
  if (!(await page.locator('#status').textContent()).includes(number)) faults.push('the number is not announced');
  await page.route('**/api/v1/facets*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.locator('input[name=target_group]').first().uncheck();
  await page.waitForFunction((plain) => document.querySelector('#visa').textContent === plain, plain)
    .catch(() => faults.push('without an answer the button keeps a wrong number'));
  await page.locator('input[name=target_group]').first().check();
  await Promise.all([page.waitForURL(/target_group=/), button.click()]);
  if (!(await page.locator('h1').textContent()).startsWith(number)) faults.push('the number in the button was wrong');
  return faults;
}

/** Copying says that it is done; printing prints. */
export async function copyAndPrint(page, base) {
  const faults = [];
  await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
  await page.goto(`${base}/insats/prov-komplett`);
  await page.locator('[data-act=copy]').first().click();
  await page.waitForFunction(() => document.querySelector('#status').textContent === 'Länken är kopierad.')
    .catch(() => faults.push('copying says nothing'));
  if ((await page.evaluate(() => navigator.clipboard.readText())) !== page.url()) faults.push('something else is copied');
  await page.locator('[data-act=print]').first().click();
  if (!(await page.evaluate(() => window.printed))) faults.push('printing does not print');
  return faults;
}

/** Without scripts no button is shown that needs one. */
export const noIdleButtons = (paths) => async (page, base) => {
  const faults = [];
  for (const path of paths) {
    await page.goto(base + path);
    for (const text of await page.locator('[data-act]:visible, button[type=button]:not([popovertarget]):visible').allTextContents()) {
      faults.push(`${path} shows a button that does nothing: ${text}`);
    }
  }
  return faults;
};
