// Panel and menus that are collapsed on a phone, with and without scripts.

/** The filter panel opens by a link; another link and going back close it. */
export async function panel(page, base) {
  const faults = [];
  await page.goto(`${base}/sok?q=coach`);
  const filter = page.locator('#filter');
  if (await filter.isVisible()) faults.push('the panel is open from the start');
  await page.locator('.open-filters').click();
  if (!(await filter.isVisible())) faults.push('the panel does not open');
  await page.locator('.filter-panel .close').click();
  if (await filter.isVisible()) faults.push('the panel does not close');
  await page.locator('.open-filters').click();
  await page.goBack();
  if (await filter.isVisible()) faults.push('going back does not close the panel');
  return faults;
}

/** At least four whole hits in the first 2,000 px. */
export async function density(page, base, { report }) {
  await page.goto(`${base}/sok`);
  const bottoms = await page
    .locator('.result-card')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().bottom));
  const whole = bottoms.filter((bottom) => bottom <= 2000).length;
  report.notes.push(`/sok on a phone: ${whole} whole hits in 2,000 px`);
  return whole < 4 ? [`${whole} whole hits in 2,000 px`] : [];
}

/** Menu and languages (when there are several) open from the keyboard; Esc closes them and restores the focus. */
export async function menus(page, base, { languages }) {
  const faults = [];
  await page.goto(`${base}/`);
  const buttons = await page.locator('button[popovertarget]:visible').all();
  if (buttons.length !== (languages.length > 1 ? 2 : 1))
    faults.push(`${buttons.length} buttons for menu and languages`);
  for (const button of buttons) {
    const id = await button.getAttribute('popovertarget');
    const list = page.locator(`#${id}`);
    await button.focus();
    await page.keyboard.press('Enter');
    if (!(await list.isVisible())) faults.push(`${id} does not open`);
    await page.keyboard.press('Tab');
    if (!(await list.evaluate((list) => list.contains(document.activeElement))))
      faults.push(`Tab does not lead into ${id}`);
    await page.keyboard.press('Escape');
    if (await list.isVisible()) faults.push(`Esc does not close ${id}`);
    if (!(await button.evaluate((button) => button === document.activeElement)))
      faults.push(`closing ${id} loses the focus`);
  }
  return faults;
}
