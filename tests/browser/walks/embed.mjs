// The embedded search on a site of another origin.
import { otherSite } from '../server.mjs';

/** Checks the search in the frame: hits, no header and footer, no cookies. */
async function look(page, frame, faults) {
  await frame.locator('h1').waitFor();
  if ((await frame.locator('header, footer').count()) > 0) faults.push('the frame has a header or a footer');
  if ((await frame.locator('main li h2').count()) === 0) faults.push('the frame shows no hits');
  if ((await page.context().cookies()).length > 0) faults.push('the frame sets a cookie');
}

const search = (page) => page.frames().find((frame) => frame.url().includes('/inbaddat/sok'));

/** Both snippets to copy: the frame, and the script that inserts a frame and sets its height. */
export async function snippets(page, base) {
  const faults = [];
  await page.goto(`${base}/inbaddat?municipality=0764`);
  const [frame, script] = await page.locator('textarea.code').evaluateAll((areas) => areas.map((area) => area.value));
  for (const [kind, snippet] of Object.entries({ frame, script })) {
    if (!snippet.includes('0764')) faults.push(`the ${kind} loses what was chosen`);
    const site = await otherSite(`<div>${snippet}</div>`);
    try {
      await page.goto(site.base, { waitUntil: 'networkidle' });
      if (!search(page)) return [...faults, `the ${kind} shows no search`];
      await look(page, search(page), faults);
      if (kind === 'script') {
        const inside = await search(page).evaluate(() => document.documentElement.offsetHeight);
        await page
          .waitForFunction((inside) => Math.abs(document.querySelector('iframe').clientHeight - inside) < 3, inside)
          .catch(() => faults.push('the frame does not get its height'));
        if (await page.locator('a', { hasText: 'Insatskatalogen' }).isVisible())
          faults.push('the link stays beside the frame');
      }
      await search(page).locator('#q').fill('coach');
      await Promise.all([page.waitForURL(`${base}/sok?**`), search(page).locator('#q').press('Enter')]);
      if (new URL(page.url()).searchParams.get('municipality') !== '0764')
        faults.push('the search leads out of the municipality');
    } finally {
      await site.stop();
    }
  }
  return faults;
}

/** When the frame or the script does not load, a link remains. */
export async function withoutFrame(page, base) {
  const faults = [];
  await page.goto(`${base}/inbaddat?municipality=0764`);
  const snippets = await page.locator('textarea.code').evaluateAll((areas) => areas.map((area) => area.value));
  for (const blocked of ['**/inbaddat/sok*', '**/embed.js']) {
    await page.route(blocked, (route) => route.abort());
    for (const snippet of snippets) {
      if (blocked.endsWith('.js') && !snippet.includes('embed.js')) continue;
      const site = await otherSite(`<div>${snippet}</div>`);
      await page.goto(site.base, { waitUntil: 'load' });
      const link = page.locator('a', { hasText: 'Insatskatalogen' });
      if (!(await link.isVisible())) faults.push(`without ${blocked} there is no link: ${snippet}`);
      else if (!(await link.getAttribute('href')).includes('/sok?municipality=0764'))
        faults.push('the link leads elsewhere');
      await site.stop();
    }
    await page.unroute(blocked);
  }
  return faults;
}

/** All other pages refuse to be framed. */
export async function othersRefuse(page, base) {
  const site = await otherSite(`<iframe title="Sök" src="${base}/sok"></iframe>`);
  try {
    await page.goto(site.base, { waitUntil: 'networkidle' });
    const shown = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.locator('#sokform').count()),
    );
    return shown.some(Boolean) ? ['another page can be framed'] : [];
  } finally {
    await site.stop();
  }
}
