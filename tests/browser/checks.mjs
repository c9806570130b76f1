// What must hold on every page. Each check returns a list of faults in words.
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules of axe on the page or a part of it; `colours` limits them to those that depend on colours. */
export async function accessibility(page, { colours = false, part = 'html' } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(([tags, colours, part]) => window.axe.run(part, {
    resultTypes: ['violations'],
    elementRef: false,
    runOnly: colours ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } : { type: 'tag', values: tags },
  }), [RULES, colours, part]);
  return found.violations.flatMap((v) => v.nodes.map((n) => `axe ${v.id}: ${n.target.join(' ')} – ${n.failureSummary.split('\n')[1]?.trim()}`));
}

/** What the page says, as it is read: text and names, one block a line. */
export async function words(page, state) {
  const { text, title } = await page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    for (const details of copy.querySelectorAll('details')) details.open = true;
    for (const block of copy.querySelectorAll('p,li,h1,h2,h3,dt,dd,div,section,summary,legend,label,option')) block.append('\n');
    return { text: copy.textContent.replace(/[ \t\u00a0]+/g, ' ').replace(/ *\n\s*/g, '\n'), title: document.title };
  });
  const found = (wanted) => (wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted.replace(/\u00a0/g, ' ')));
  const faults = state.has.filter((wanted) => !found(wanted)).map((wanted) => `lacks the words ${wanted}`);
  faults.push(...(state.lacks ?? []).filter(found).map((wanted) => `has the words ${wanted}`));
  if (state.title && !state.title.test(title)) faults.push(`the title is ${title}`);
  if (!title.endsWith(' – Insatskatalogen')) faults.push(`the title lacks the site: ${title}`);
  if (state.selector && (await page.locator(state.selector).count()) === 0) faults.push(`has no ${state.selector}`);
  return faults;
}

/** No key of the translation file is shown, and nothing that the design system says in another language. */
export async function untranslated(page, keys) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const names = nodes.map((node) => node.name?.value ?? '').filter(Boolean);
  const foreign = names.filter((name) => /press to remove|trykk|\btegn\b|du er her/i.test(name));
  const bare = names.filter((name) => keys.has(name.trim()));
  return [...foreign.map((name) => `foreign words: ${name}`), ...bare.map((name) => `an untranslated key: ${name}`)];
}

/** Nothing scrolls sideways. */
export async function width(page) {
  const { scroll, client, wide } = await page.evaluate(() => {
    const root = document.documentElement;
    const beyond = (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.sr, .hero-art, svg');
    return { scroll: root.scrollWidth, client: root.clientWidth, wide: [...document.querySelectorAll('main *')].filter(beyond).slice(0, 3).map((e) => `${e.tagName}.${e.className}`) };
  });
  return scroll > client ? [`scrolls sideways: ${scroll} > ${client} (${wide.join(', ')})`] : [];
}

/** The spacing that WCAG 1.4.12 lets a reader set; the page must keep its width and words. */
export async function spacing(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];
  });
  return width(page);
}

/** Sizes of what is pressed: 24 px at least, 44 px for the main ones. */
export async function targets(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const element of document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')) {
      const box = element.matches('[type=checkbox]') ? element.closest('label') : element;
      const { width, height } = box.getBoundingClientRect();
      if (!element.checkVisibility() || element.matches('.ds-skip-link') || width === 0) continue;
      const inSentence = element.matches('a') && getComputedStyle(element).display === 'inline' && !element.matches('[href^=tel]');
      const main = element.matches('.ds-button, input:not([type=checkbox]), select, .nav a, [href^=tel], summary, .tile, .kom a, .pag a');
      const least = main ? 44 : element.matches('.chipx, .sort a, .chips a') ? 32 : 24;
      if (!inSentence && (height < least - 0.5 || width < 23.5)) {
        faults.push(`${Math.round(width)} × ${Math.round(height)} px, at least ${least}: ${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
      }
    }
    return faults;
  });
}

/** Headings begin with one H1 and skip no level; every fragment leads somewhere. */
export async function structure(page) {
  return page.evaluate(() => {
    const faults = [];
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].filter((h) => !h.closest('footer')).map((h) => Number(h.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) faults.push('not exactly one h1');
    const main = [...document.querySelectorAll('main h1, main h2, main h3, main h4')].map((h) => Number(h.tagName[1]));
    const afterFirst = main.slice(main.indexOf(1));
    afterFirst.forEach((level, i) => { if (i > 0 && level > afterFirst[i - 1] + 1) faults.push(`h${level} follows h${afterFirst[i - 1]}`); });
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const target = document.getElementById(link.hash.slice(1));
      if (!target || target.getAttribute('tabindex') !== '-1') faults.push(`${link.hash} leads nowhere or cannot be focused`);
    }
    if (document.querySelector('[style], script:not([src], [type="application/ld+json"])')) faults.push('inline style or script');
    return faults;
  });
}

/** Nothing is left on the reader's machine. */
export async function storage(page) {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  return kept > 0 || cookies.length > 0 ? ['something is stored on the reader’s machine'] : [];
}
