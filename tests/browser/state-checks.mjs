// Runs every check on one state in one viewport. The page is loaded once; media, colours and size change.
import { join } from 'node:path';
import { pageWeight } from './budget.mjs';
import { answer, nothingKept } from './checks/answer.mjs';
import { eachCollapsedPart, rules } from './checks/axe.mjs';
import { contrast } from './checks/contrast.mjs';
import { layout, stickyParts, targets, withSpacing } from './checks/layout.mjs';
import { inForcedColours, onPaper, printedPages, withoutMotion } from './checks/media.mjs';
import { readOut, structure, withoutStyles } from './checks/structure.mjs';
import { languages, readable, words } from './checks/words.mjs';
import { open, PHONE, WIDE } from './browser.mjs';

/** `run` has the browser, the report, the base addresses of the servers, the message keys of the translations and the
 *  texts of the records. */
export async function checkState(run, state, viewport) {
  const where = `${state.name} ${viewport.width}`;
  const base = run.servers[state.on ?? 'full'];
  const { page, faults } = await open(run.browser, [base], { viewport, status: state.status });
  const check = (question, found) => run.report.check(where, question, found);
  const ruled = (question, found) => run.report.ruled(where, question, found);
  const shot = async (name, options) => {
    if (run.shots)
      await page.screenshot({ path: join(run.shots, `${state.name}-${viewport.width}${name}.png`), ...options });
  };
  try {
    check('answer', await answer(await page.goto(base + state.path), state));
    check('words', await words(page, state));
    check('structure', await structure(page));
    check('read out', await readOut(page, run.keys));
    check('room', await layout(page));
    check('targets', await targets(page));
    check('motion', await withoutMotion(page));
    if (!state.on && !state.status) await run.links.note(page, where);
    await shot('', { fullPage: true });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    ruled('axe', await rules(page));
    check('contrast', await contrast(page));
    await eachCollapsedPart(page, async (part, selector) => {
      ruled(`axe ${part}`, await rules(page, { part: selector }));
      check(`targets ${part}`, await targets(page));
      await shot(`-${part}`);
    });
    await page.emulateMedia({ colorScheme: 'dark' });
    ruled('axe dark', await rules(page, { colours: true }));
    check('contrast dark', await contrast(page));
    await eachCollapsedPart(page, async (part, selector) =>
      ruled(`axe ${part} dark`, await rules(page, { colours: true, part: selector })),
    );
    await shot('-dark', { fullPage: true });
    await page.emulateMedia({ colorScheme: 'light' });
    await (viewport === WIDE ? onceWide() : onceOnPhone());
    check('nothing kept', await nothingKept(page));
  } catch (error) {
    check('the run', [error.message.split('\n')[0]]);
  } finally {
    check('quiet', faults);
    await page.context().close();
  }

  async function onceWide() {
    check('budget', await pageWeight(page, base + state.path));
    check('languages', await languages(page, run.recordTexts));
    if (state.ours) check('readable', await readable(page));
    check('own colours', await inForcedColours(page));
    check('spacing', await withSpacing(page, layout));
    for (const [zoom, width, height] of [
      [200, 640, 450],
      [400, 320, 225],
    ]) {
      await page.setViewportSize({ width, height });
      check(`zoom ${zoom} %`, [...(await layout(page)), ...(await stickyParts(page))]);
    }
    await page.setViewportSize(WIDE);
    check('paper', await onPaper(page));
    if (state.pages) {
      const pages = await printedPages(page);
      check('printed pages', pages > state.pages || pages === 0 ? [`${pages} pages, at most ${state.pages}`] : []);
    }
  }

  async function onceOnPhone() {
    await page.setViewportSize({ width: 320, height: 800 });
    check('320', await layout(page));
    check('320 spacing', await withSpacing(page, layout));
    await page.setViewportSize(PHONE);
    check('no styles', await withoutStyles(page));
  }
}
