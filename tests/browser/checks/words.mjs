// The texts of a page and their languages.

/** Checks the required and forbidden words of a state, its title and its required elements. */
export async function words(page, state) {
  const { text, title, site } = await page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    for (const block of copy.querySelectorAll('p,li,h1,h2,h3,dt,dd,div,section,summary,legend,label,option,td,th,tr'))
      block.append('\n');
    return {
      text: copy.textContent.replace(/[ \t\u00a0]+/g, ' ').replace(/ *\n\s*/g, '\n'),
      title: document.title,
      site: document.querySelector('.brand b')?.textContent ?? '',
    };
  });
  const found = (wanted) =>
    wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted.replace(/\u00a0/g, ' '));
  const faults = (state.has ?? []).filter((wanted) => !found(wanted)).map((wanted) => `lacks the words ${wanted}`);
  faults.push(...(state.lacks ?? []).filter(found).map((wanted) => `has the words ${wanted}`));
  if (state.title && !state.title.test(title)) faults.push(`the title is ${title}`);
  if (!title.endsWith(site)) faults.push(`the title lacks the site: ${title}`);
  for (const selector of [state.selector ?? []].flat()) {
    if ((await page.locator(selector).count()) === 0) faults.push(`has no ${selector}`);
  }
  return faults;
}

/** Text in another language than the page has a `lang`: texts of records, which are Swedish, and other scripts. */
export async function languages(page, recordTexts) {
  return page.evaluate((known) => {
    const texts = new Set(known);
    // URLs and e-mail addresses have no language.
    const addresses = /https?:\S+|\S+@\S+/g;
    const { lang, dir } = document.documentElement;
    const faults = [];
    if (!lang || !dir) faults.push('the page names no language or direction');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim();
      const within = node.parentElement;
      if (!text || within.closest('script, style')) continue;
      const said = within.closest('[lang]').lang;
      const shown = text.length > 50 ? `${text.slice(0, 50)}…` : text;
      if (
        /\p{Script=Arabic}/u.test(text) !== ['ar', 'fa', 'prs', 'ckb', 'ps'].includes(said) &&
        /\p{L}{2}/u.test(text.replace(addresses, ''))
      )
        faults.push(`said to be ${said}: ${shown}`);
      if (lang === 'sv' || !texts.has(text)) continue;
      if (said !== 'sv') faults.push(`Swedish without lang="sv": ${shown}`);
      if (dir === 'rtl' && within.closest('[dir]').dir !== 'ltr') faults.push(`Swedish from right to left: ${shown}`);
    }
    return faults;
  }, recordTexts);
}

/** Readability of our own sentences: LIX, at most 35. Sentences of records are left out. */
export async function readable(page, most = 35) {
  const sentences = await page.evaluate(() => {
    const blocks = document.querySelectorAll('main :is(p, li, dd):not(:has(p, li))');
    const ours = [...blocks].filter((block) => !block.closest('.result-card, .tiles, .help, [lang]:not(html)'));
    // Blocks without a full stop are names and numbers. Text after a full stop, such as the link "Visa dem", is a
    // sentence.
    const isProse = (text) => /[.!?](?=\s|$)/.test(text);
    return ours
      .map((block) => block.textContent.replace(/\s+/g, ' '))
      .filter(isProse)
      .flatMap((text) => text.split(/[.!?](?=\s|$)/))
      .filter((sentence) => /\p{L}/u.test(sentence));
  });
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}-]+/gu) ?? []);
  if (words.length === 0) return ['has no sentence of ours'];
  const long = words.filter((word) => word.length > 6).length;
  const lix = Math.round(words.length / sentences.length + (100 * long) / words.length);
  return lix > most ? [`LIX is ${lix}, at most ${most}`] : [];
}
