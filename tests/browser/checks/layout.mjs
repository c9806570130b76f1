// No horizontal scrolling and no clipped text in any width, zoom or spacing; minimum sizes of targets.

/** Only `.table-scroll` scrolls horizontally; no text is clipped or overflows its box. */
export async function layout(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const faults = new Set();
    const styles = new Map();
    const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
    const named = (element) => `${element.localName}.${element.className?.baseVal ?? element.className}`;
    if (root.scrollWidth > root.clientWidth) {
      const beyond = [...document.querySelectorAll('body *')].filter(
        (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.spoken, .table-scroll, svg'),
      );
      faults.add(
        `scrolls sideways: ${root.scrollWidth} > ${root.clientWidth} (${beyond.slice(0, 3).map(named).join(', ')})`,
      );
    }
    const BOXES = '.ds-button, .ds-tag, .ds-alert, .active-chip, .result-card, .panel, .tile, .help, td, th';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (
        !node.data.trim() ||
        element.closest('.spoken, script, option, svg, .ds-skip-link') ||
        !element.checkVisibility()
      )
        continue;
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width < 2) continue;
      const words = node.data.trim().slice(0, 40);
      const box = element.closest(BOXES)?.getBoundingClientRect();
      if (box && (text.right > box.right + 1 || text.left < box.left - 1)) faults.add(`runs out of its box: ${words}`);
      for (let around = element; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, clipPath, position } = style(around);
        if (/auto|scroll/.test(overflowX + overflowY)) break;
        // Text for screen readers only is clipped on purpose.
        if (clipPath !== 'none' && position === 'absolute') break;
        if (!/hidden|clip/.test(overflowX + overflowY)) continue;
        const edge = around.getBoundingClientRect();
        if (
          text.right > edge.right + 1 ||
          text.left < edge.left - 1 ||
          text.bottom > edge.bottom + 2 ||
          text.top < edge.top - 2
        )
          faults.add(`is cut off: ${words}`);
      }
    }
    return [...faults];
  });
}

/** Sticky and fixed elements cover at most half of the window. */
export async function stickyParts(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(
        (e) =>
          ['sticky', 'fixed'].includes(getComputedStyle(e).position) &&
          e.checkVisibility() &&
          !e.closest('.table-scroll'),
      )
      .filter((e) => e.getBoundingClientRect().height > innerHeight / 2)
      .map((e) => `.${e.className} takes more than half of the window`),
  );
}

/** Runs a check with the text spacing of WCAG 1.4.12. */
export async function withSpacing(page, look) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const faults = await look(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return faults;
}

/** Sizes of targets: at least 24 px; 32 px for chips, sorting and languages; 44 px for main controls. Links inside
 *  sentences are exempt, and shapes of the map, whose links the table has too. */
export async function targets(page) {
  return page.evaluate(() => {
    const MAIN =
      '.ds-button, input:not([type=checkbox], [type=radio]), select, textarea, button, summary, [href^="tel:"], ' +
      '.menu a, .tile, .municipality-list a, .pagination a';
    const MIDDLE = '.active-chip, .suggested-chip, .sorting a, .chips a, .language-menu a';
    const faults = [];
    for (const element of document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')) {
      const box = element.matches('[type=checkbox], [type=radio]') ? (element.closest('label') ?? element) : element;
      const { width, height } = box.getBoundingClientRect();
      if (!element.checkVisibility() || element.closest('.ds-skip-link, svg') || width === 0) continue;
      const isAlone = element.parentElement.textContent.trim() === element.textContent.trim();
      const inSentence =
        !isAlone && element.matches('a:not([href^="tel:"])') && getComputedStyle(element).display === 'inline';
      const least = element.matches(MAIN) ? 44 : element.matches(MIDDLE) ? 32 : 24;
      if (!inSentence && (height < least - 0.5 || width < 23.5)) {
        const name = (element.textContent || element.name || '').trim();
        faults.push(
          `${Math.round(width)} × ${Math.round(height)} px, at least ${least}: ${element.localName} ${name.slice(0, 40)}`,
        );
      }
    }
    return faults;
  });
}
