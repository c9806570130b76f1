// Tests of the checks: each check must find the fault in a page that is built to fail it.
import { rules } from './checks/axe.mjs';
import { contrast } from './checks/contrast.mjs';
import { layout, stickyParts, targets, withSpacing } from './checks/layout.mjs';
import { inForcedColours, onPaper, printedPages, withoutMotion } from './checks/media.mjs';
import { readOut, structure, withoutStyles } from './checks/structure.mjs';
import { languages, readable, words } from './checks/words.mjs';
import { open } from './browser.mjs';
import { repeatedAfterCrash, Report } from './report.mjs';
import { everyStop } from './walks/focus.mjs';

const LONG =
  'Arbetsmarknadsinsatser samordnas tillsammans med finansieringsmyndigheternas verksamhetsutvecklare regelbundet.';

/** Name, body of the page, check, expected fault, language of the page (`sv`). */
const PROOFS = [
  ['colours', '<p style="color:#999">blek</p>', async (page) => (await rules(page)).violations, /color-contrast/],
  [
    'a pale number',
    '<div class="matrix"><td><a style="--step:#777;color:#888">7</a></div>'.replace('<td>', '<table><tr><td>'),
    contrast,
    /pale: 7/,
  ],
  ['label', '<input>', async (page) => (await rules(page)).violations, /label/],
  ['two h1', '<h1>a</h1><h1>b</h1>', structure, /exactly one h1/],
  ['a skipped level', '<h1>a</h1><h3>b</h3>', structure, /h3 follows h1/],
  ['a dead fragment', '<h1>a</h1><a href="#b">b</a>', structure, /#b leads nowhere/],
  ['inline style', '<h1 style="color:red">a</h1>', structure, /inline style/],
  ['a key', '<p>search-go</p>', (page) => readOut(page, new Set(['search-go'])), /untranslated key: search-go/],
  [
    'words of the library',
    '<button aria-label="Trykk for å fjerne">x</button>',
    (page) => readOut(page, new Set()),
    /foreign words/,
  ],
  [
    'a button without a name',
    '<button><svg></svg></button>',
    (page) => readOut(page, new Set()),
    /button without a name/,
  ],
  ['a broken text', '<p>undefined insatser</p>', (page) => readOut(page, new Set()), /broken words/],
  [
    'a footer first',
    '<a href="/">a</a><footer>f</footer><header>h</header><main><h1>m</h1></main>',
    withoutStyles,
    /contentinfo stands before/,
  ],
  ['a huge picture', '<svg width="900" height="9"></svg>', withoutStyles, /fills the page/],
  ['missing words', '<p>a</p>', (page) => words(page, { has: ['b'] }), /lacks the words b/],
  ['wrong words', '<p>a</p>', (page) => words(page, { lacks: [/a/] }), /has the words/],
  ['Swedish unsaid', '<p>Provverkstaden</p>', (page) => languages(page, ['Provverkstaden']), /without lang="sv"/, 'en'],
  ['Arabic unsaid', '<p>العربية</p>', (page) => languages(page, []), /said to be sv/],
  ['a hard sentence', `<main><p>${LONG}</p></main>`, readable, /LIX/],
  ['too wide', '<p style="width:3000px">a</p>', layout, /scrolls sideways/],
  ['cut off', '<p style="width:3em;overflow:hidden;white-space:nowrap">en lång rad</p>', layout, /is cut off/],
  [
    'cut off when spaced',
    '<p style="height:1.1em;overflow:hidden;line-height:1.1">rad ett <br></p>' +
      '<div style="height:1.2em;line-height:1.2;overflow:hidden;width:8em">precis så här</div>',
    (page) => withSpacing(page, layout),
    /is cut off/,
  ],
  [
    'out of its box',
    '<p class="panel" style="width:3em;white-space:nowrap">en lång rad</p>',
    layout,
    /runs out of its box/,
  ],
  ['a tall sticky bar', '<p style="position:sticky;height:80vh">a</p>', stickyParts, /more than half/],
  ['a small button', '<button style="height:30px">a</button>', targets, /at least 44/],
  ['a small link', '<a href="/" style="display:block;height:12px">a</a>', targets, /at least 24/],
  ['white on paper', '<p style="color:#fff;background:#000">a</p>', onPaper, /on paper pale/],
  ['a printed button', '<button>a</button>', onPaper, /is printed/],
  ['own colours', '<p style="forced-color-adjust:none">a</p>', inForcedColours, /keeps our colours/],
  ['no edge', '<button style="border:0">a</button>', inForcedColours, /has no edge/],
  ['motion', '<p style="transition:transform 1s">a</p>', withoutMotion, /moves/],
  [
    'three pages',
    '<p style="break-after:page">a</p><p style="break-after:page">b</p><p>c</p>',
    async (page) => [`${await printedPages(page)} pages`],
    /3 pages/,
  ],
  ['no focus to see', '<button style="outline:0">a</button>', everyStop, /focus is not seen/],
  [
    'a covered focus',
    '<button>a</button><p style="position:fixed;inset:0;background:#fff">b</p>',
    everyStop,
    /focus is covered/,
  ],
  ['a stop left out', '<button>a</button><a href="/" onfocus="this.blur()">b</a>', everyStop, /stops of 2/],
  ['focus going back', '<button tabindex="2">a</button><button tabindex="1">b</button>', everyStop, /goes back/],
];

/** Runs all tests in one browser context. */
export async function testChecks(run) {
  const { page } = await open(run.browser, []);
  for (const [name, body, look, fault, lang = 'sv'] of PROOFS) {
    let found = [];
    try {
      await page.goto('about:blank');
      await page.setContent(`<!doctype html><html lang="${lang}" dir="ltr"><title>Prov</title>${body}`);
      found = await look(page);
    } catch (error) {
      found = [error.message.split('\n')[0]];
    }
    run.report.check(
      `check tests: ${name}`,
      'is noticed',
      found.some((text) => fault.test(text)) ? [] : [`not noticed: ${found.join('; ')}`],
    );
  }
  await page.context().close();
  for (const [name, crashes, failed] of [
    ['one crash', 1, 0],
    ['two crashes', 2, 1],
  ]) {
    const report = new Report();
    report.printFault = () => {};
    let visits = 0;
    await repeatedAfterCrash({ ...run, report }, async (run) => {
      visits += 1;
      run.report.check(name, 'the run', visits <= crashes ? await crash(run) : []);
    })();
    const same = report.failed === failed && report.passed === 1 - failed && report.notes.length === 1;
    run.report.check(`check tests: ${name}`, 'is repeated once', same ? [] : [JSON.stringify(report)]);
  }
}

/** Crashes the renderer of a page. Returns the error message of Playwright. */
async function crash(run) {
  const { page } = await open(run.browser, null);
  try {
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => {});
    await page.evaluate(() => new Promise(() => {}));
    return [];
  } catch (error) {
    return [error.message.split('\n')[0]];
  } finally {
    await page.context().close();
  }
}
