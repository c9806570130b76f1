// The table of hits.

/** No cell of any page has more than two lines, in any language. */
export async function rows(page, base, { languages }) {
  const faults = [];
  for (const lang of languages) {
    for (let number = 1; ; number += 1) {
      await page.goto(`${base}/sok?${new URLSearchParams({ view: 'table', ended: 'include', page: number, lang })}`);
      const long = await page.locator('.hits tbody :is(th, td)').evaluateAll((cells) =>
        cells
          .filter((cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell);
            return range.getBoundingClientRect().height > 2.5 * parseFloat(getComputedStyle(cell).lineHeight);
          })
          .map((cell) => cell.textContent.slice(0, 60)),
      );
      faults.push(...long.map((words) => `${lang} ${number}: more than two lines: ${words}`));
      if ((await page.locator('a[rel=next]').count()) === 0) break;
    }
  }
  return faults;
}
