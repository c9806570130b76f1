// Measures the load time of a first visit, as a Markdown table: node measure.mjs PROGRAM [PATH…]
// This is no test, because the figures depend on the machine. It emulates a phone with 1.6 Mbit/s, 150 ms latency and a
// quarter of the processor speed, and prints the median of five visits, each in a new browser context.
import { launch, open, PHONE } from './browser.mjs';
import { records } from './records.mjs';
import { start } from './server.mjs';
import { weigh } from './weight.mjs';

const VISITS = 5;
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = { rate: 4 };
const [binary, ...given] = process.argv.slice(2);
if (!binary) {
  console.error('usage: node measure.mjs PROGRAM [PATH…]');
  process.exit(2);
}
const paths = given.length > 0 ? given : ['/', '/sok', '/insats/prov-komplett', '/oversikt'];

/** Largest contentful paint (ms) and cumulative layout shift of one visit. */
async function visit(browser, base, path) {
  const { page } = await open(browser, [base], {
    viewport: PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', SLOW);
  await session.send('Emulation.setCPUThrottlingRate', SLOWER);
  await page.addInitScript(() => {
    window.seen = { paint: 0, shift: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.seen.paint = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(base + path, { waitUntil: 'networkidle' });
  // On a slow processor, the first paint of a large page can be long after the network is idle.
  await page.waitForFunction(() => window.seen.paint > 0);
  const seen = await page.evaluate(() => window.seen);
  await page.context().close();
  return seen;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kilobytes = (weight) => (weight ? `${(weight.raw / 1000).toFixed(1)} / ${(weight.sent / 1000).toFixed(1)}` : '–');

const server = await start(binary, { records });
const browser = await launch();
try {
  console.log('| page | HTML kB raw / gzip | CSS | JS | font | pictures | requests | elements | LCP ms | CLS |');
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const path of paths) {
    const { page } = await open(browser, [server.base], { viewport: PHONE });
    const weight = await weigh(page, server.base + path);
    await page.context().close();
    const visits = [];
    for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, server.base, path));
    const parts = ['html', 'css', 'js', 'font', 'pictures'].map((kind) => kilobytes(weight[kind]));
    const paint = Math.round(median(visits.map((seen) => seen.paint)));
    const shift = median(visits.map((seen) => seen.shift)).toFixed(3);
    console.log(
      `| \`${path}\` | ${parts.join(' | ')} | ${weight.requests} | ${weight.elements} | ${paint} | ${shift} |`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
