// The axe-core rules on a page as loaded, and with each collapsed part expanded.
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** All rules on a part of the page; `colours` limits them to those that depend on colours. */
export async function rules(page, { colours = false, part = 'html' } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    ([runOnly, part]) =>
      window.axe.run(part, {
        resultTypes: ['violations', 'incomplete'],
        elementRef: false,
        preload: false,
        runOnly,
      }),
    [colours ? { type: 'rule', values: COLOURS } : { type: 'tag', values: RULES }, part],
  );
  const each = (results, say) => results.flatMap((rule) => rule.nodes.map((node) => say(rule, node)));
  const why = (node) =>
    [...node.any, ...node.all, ...node.none][0]?.message.replace(
      /^Element's background color could not be determined (because |due to )/,
      '',
    ) ?? '';
  return {
    violations: each(
      found.violations,
      (rule, node) => `${rule.id}: ${node.target.join(' ')} – ${node.failureSummary.split('\n')[1]?.trim()}`,
    ),
    undecided: each(found.incomplete, (rule, node) => `${rule.id}: ${shape(node.target.join(' '))} – ${why(node)}`),
  };
}

/** A selector without the parts that differ between similar elements. */
const shape = (selector) =>
  selector.replace(/:nth-child\(\d+\)|\[(href|x|y|aria-label)[^\]]*\]|#hit-\d+/g, '').replace(/\s*>\s*/g, ' > ');

/** Opens the filter panel and the menus, one at a time, and calls `look` for each. */
export async function eachCollapsedPart(page, look) {
  const panel = page.locator('.open-filters:visible');
  if (await panel.count()) {
    await panel.click();
    await look('filter', '#filter');
    await page.locator('#filter .close').click();
  }
  const buttons = page.locator('button[popovertarget]:visible');
  for (const button of await buttons.all()) {
    const id = await button.getAttribute('popovertarget');
    await button.click();
    await look(id, `#${id}`);
    await page.keyboard.press('Escape');
  }
}
