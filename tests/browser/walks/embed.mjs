// The search inside the page of a municipality, which is another site.
import { otherSite } from '../server.mjs';

/** The snippet that our page builds shows the search there; its links lead out of the frame; no
 *  other page of ours can be framed. */
export async function inAnotherSite(page, base, faultsOfPage) {
  const faults = [];
  await page.goto(`${base}/inbaddat?municipality=0764`);
  const snippet = (await page.locator('main pre').first().textContent()).replace(/https?:\/\/[^/"'<\s]+/g, base);
  const site = await otherSite(`${snippet}<iframe id="inte" title="Sök" src="${base}/sok"></iframe>`);
  try {
    await page.goto(site.base);
    const frame = page.frames().find((frame) => frame.url().includes('/inbaddat/sok'));
    if (!frame) return ['the snippet shows no search'];
    await frame.locator('h1').waitFor();
    if ((await frame.locator('header, footer').count()) > 0) faults.push('the frame has a header or a footer');
    if ((await frame.locator('main li').count()) === 0) faults.push('the frame shows no hits');
    const refused = page.frames().find((frame) => frame.url().startsWith(`${base}/sok`) || frame.url().startsWith('chrome-error'));
    if (refused && (await refused.locator('h1').count()) > 0 && refused.url().startsWith(base)) faults.push('another page can be framed');
    if ((await page.context().cookies()).length > 0) faults.push('the frame sets a cookie');
    await Promise.all([page.waitForURL(`${base}/**`), frame.locator('main a[target=_top]').last().click()]);
  } finally {
    await site.stop();
  }
  return faults;
}
