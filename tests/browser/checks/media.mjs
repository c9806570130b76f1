// Other media: print, forced colours, reduced motion.
import { pale } from './contrast.mjs';

/** Print, which has no backgrounds: every text has contrast with white, controls are hidden, chosen filters are shown. */
export async function onPaper(page) {
  await page.emulateMedia({ media: 'print' });
  const { inks, faults } = await page.evaluate(() => {
    const [inks, faults] = [[], new Set()];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.data.trim().slice(0, 40);
      if (!words || element.closest('.spoken, script, option, title, .ds-skip-link') || !element.checkVisibility())
        continue;
      const { color, fill, fontSize } = getComputedStyle(element);
      const drawn = element.closest('svg');
      inks.push({ words, ink: drawn ? fill : color, grounds: ['#fff'] });
      if (parseFloat(fontSize) < 10 && !drawn) faults.add(`too small on paper: ${words} (${fontSize})`);
    }
    for (const element of document.querySelectorAll(
      '.menu, .language-menu, .header-buttons, .footer, .filter-panel, .open-filters, .tools, .pagination ul, input, select, button',
    )) {
      if (element.checkVisibility()) faults.add(`is printed: ${element.localName}.${element.className}`);
    }
    for (const element of document.querySelectorAll('.active-chip, .print-only')) {
      if (!element.checkVisibility()) faults.add(`is not printed: ${element.textContent.trim().slice(0, 40)}`);
    }
    return { inks, faults: [...faults] };
  });
  faults.push(...(await pale(page, inks)).map((fault) => `on paper ${fault}`));
  await page.emulateMedia({ media: null });
  return faults;
}

/** Number of printed pages. */
export async function printedPages(page) {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Forced colours: every text takes them, every control has an edge, the dot of a status is visible. (axe reads colours
 *  before the browser replaces them.) */
export async function inForcedColours(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await page.evaluate(() => {
    const PRESSED =
      '.ds-button, button, input:not([type=hidden]), select, textarea, .active-chip, .suggested-chip, .tile, ' +
      '.result-card, .join-box, [aria-current]:not(.breadcrumb-trail *, strong)';
    const faults = new Set();
    const called = (element) =>
      `${element.localName}.${element.className?.baseVal ?? element.className} ${element.textContent.trim().slice(0, 30)}`;
    for (const element of document.querySelectorAll('body, body *')) {
      if (!element.checkVisibility() || element.closest('svg, .ds-skip-link')) continue;
      const style = getComputedStyle(element);
      if (style.forcedColorAdjust === 'none' && element.textContent.trim())
        faults.add(`keeps our colours: ${called(element)}`);
      const edges = ['borderTop', 'borderBottom', 'outline'].some(
        (edge) => parseFloat(style[`${edge}Width`]) > 0 && style[`${edge}Style`] !== 'none',
      );
      if (element.matches(PRESSED) && !edges) faults.add(`has no edge: ${called(element)}`);
      if (
        element.matches('.status-dot') &&
        /^(transparent|rgba\(.*, 0\))$/.test(getComputedStyle(element, '::before').backgroundColor)
      )
        faults.add(`has lost its dot: ${called(element)}`);
    }
    return [...faults];
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return faults;
}

/** Reduced motion: no transition or animation moves anything; colours may change. */
export async function withoutMotion(page) {
  return page.evaluate(() => {
    const MOVES = /all|transform|translate|rotate|scale|inset|top|left|width|height|margin/;
    const moving = [...document.querySelectorAll('body *')].filter((element) => {
      const { transitionProperty, transitionDuration, animationName, animationDuration, scrollBehavior } =
        getComputedStyle(element);
      const takesTime = (durations) => durations.split(',').some((duration) => parseFloat(duration) > 0.01);
      return (
        (takesTime(transitionDuration) && MOVES.test(transitionProperty)) ||
        (animationName !== 'none' && takesTime(animationDuration)) ||
        scrollBehavior === 'smooth'
      );
    });
    return [...new Set(moving.map((e) => `moves: ${e.localName}.${e.className?.baseVal ?? e.className}`))];
  });
}
