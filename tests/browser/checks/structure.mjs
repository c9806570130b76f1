// Headings, landmarks and accessible names.

/** One h1, no skipped level, fragments with targets, no inline styles or scripts. */
export async function structure(page) {
  return page.evaluate(() => {
    const faults = [];
    const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')];
    const all = headings.map((heading) => Number(heading.tagName[1]));
    if (all.filter((level) => level === 1).length !== 1) faults.push('not exactly one h1');
    const afterFirst = all.slice(all.indexOf(1));
    afterFirst.forEach((level, i) => {
      if (i > 0 && level > afterFirst[i - 1] + 1) faults.push(`h${level} follows h${afterFirst[i - 1]}`);
    });
    for (const heading of headings) if (!heading.textContent.trim()) faults.push('an empty heading');
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const target = document.getElementById(link.hash.slice(1));
      if (!target?.matches('[tabindex="-1"], input, select, textarea'))
        faults.push(`${link.hash} leads nowhere or cannot be focused`);
    }
    if (document.querySelector('[style], style, script:not([src]):not([type="application/ld+json"])'))
      faults.push('inline style or script');
    return faults;
  });
}

/** The accessibility tree: no control without a name, no message key in place of its text, no texts of the design system
 *  in another language. */
export async function readOut(page, keys) {
  const nodes = await tree(page);
  const faults = [];
  for (const { role, name } of nodes) {
    if (/press to remove|trykk|\btegn\b|du er her/i.test(name)) faults.push(`foreign words: ${name}`);
    if (keys.has(name.trim())) faults.push(`an untranslated key: ${name}`);
    if (/\{\s*\$|\bundefined\b|\bNaN\b|\[object|&(amp|lt|quot);/.test(name)) faults.push(`broken words: ${name}`);
    if (NAMED.has(role) && !name.trim()) faults.push(`a ${role} without a name`);
  }
  return faults;
}

/** Without stylesheets: skip link, header, main and footer in this order, small icons, words kept apart. */
export async function withoutStyles(page) {
  const before = await page.evaluate(() => {
    for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.disabled = true;
    return [...document.querySelectorAll('svg:not(.map svg)')]
      .map((svg) => svg.getBoundingClientRect().width)
      .filter((width) => width > 300).length;
  });
  const faults = before ? ['a picture fills the page'] : [];
  const order = await tree(page);
  const at = (role) => order.findIndex((node) => node.role === role);
  const embedded = new URL(page.url()).pathname.startsWith('/inbaddat/');
  const wanted = embedded ? ['main', 'heading'] : ['link', 'banner', 'main', 'heading', 'contentinfo'];
  const places = wanted.map(at);
  places.forEach((place, i) => {
    if (place < 0) faults.push(`no ${wanted[i]}`);
    else if (i > 0 && place < places[i - 1]) faults.push(`${wanted[i]} stands before ${wanted[i - 1]}`);
  });
  for (const { role, name } of order) if (NAMED.has(role) && !name.trim()) faults.push(`a ${role} without a name`);
  // Adjacent words are joined when only styles separate them.
  const joined = await page.evaluate(() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let before;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const shown =
        node.parentElement.checkVisibility() &&
        !node.parentElement.closest('script, option, select, textarea, svg, mark');
      if (!shown || !node.data) continue;
      const range = document.createRange();
      if (
        before &&
        /[\p{L}\d]$/u.test(before.data) &&
        /^[\p{L}\d]/u.test(node.data) &&
        !before.parentElement.closest('mark')
      ) {
        range.setStart(before, before.data.length - 1);
        range.setEnd(node, 1);
        const [one, ...others] = [...range.getClientRects()].filter((box) => box.width > 0);
        const two = others.at(-1);
        if (one && two && Math.abs(one.top - two.top) < 4 && Math.abs(two.left - one.right) < 2)
          found.add(`words run together: ${before.data.slice(-20)}|${node.data.slice(0, 20)}`);
      }
      before = node;
    }
    return [...found];
  });
  faults.push(...joined);
  await page.evaluate(() => {
    for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.disabled = false;
  });
  return faults;
}

/** Roles that require a name. */
const NAMED = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'spinbutton',
  'listbox',
  'option',
  'table',
  'region',
  'navigation',
  'search',
  'heading',
  'dialog',
  'image',
  'Iframe',
]);

/** Role and name of every node of the accessibility tree, in order. */
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = [];
  const visit = (node) => {
    if (!node.ignored) inOrder.push({ role: node.role?.value ?? '', name: node.name?.value ?? '' });
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id));
  };
  visit(nodes[0]);
  return inOrder;
}
