// Tests of the pages in headless Chromium: node run.mjs PROGRAM [--shots DIR]
// Starts the program itself, ends with 1 and a list when something does not hold.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import * as checks from './checks.mjs';
import { records } from './records.mjs';
import { emptyCatalogue, start } from './server.mjs';
import { emptyStates, states } from './states.mjs';
import * as walks from './walks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const [binary, ...options] = process.argv.slice(2);
const shots = options[0] === '--shots' ? resolve(options[1] ?? 'shots') : null;
if (!binary) {
  console.error('usage: node run.mjs PROGRAM [--shots DIR]');
  process.exit(2);
}
if (shots) mkdirSync(shots, { recursive: true });

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const WORKERS = 3;
const faults = [];
const fault = (where, texts) => faults.push(...texts.map((text) => `${where}: ${text}`));
const keys = new Set(readFileSync(join(root, 'locales/sv.ftl'), 'utf8').match(/^[a-z][\w-]*(?= =)/gm));

/** A page that reports requests to other hosts, cookies, and what the browser complains about. */
async function open(browser, base, where, settings) {
  // Without motion: colours are measured as they end up, not on their way.
  const context = await browser.newContext({ reducedMotion: 'reduce', ...settings });
  const page = await context.newPage();
  page.on('request', (request) => {
    const own = [base, 'data:', walks.ELSEWHERE].some((start) => request.url().startsWith(start));
    if (!own) fault(where, [`asks another host: ${request.url()}`]);
  });
  page.on('response', (response) => {
    if (response.headers()['set-cookie']) fault(where, ['sets a cookie']);
  });
  page.on('pageerror', (error) => fault(where, [`script: ${error.message}`]));
  page.on('console', (message) => {
    const expected = /status of 4(00|04|10)/.test(message.text());
    if (message.type() === 'error' && !expected) fault(where, [message.text()]);
  });
  return page;
}

/** One state in one width: words, structure and all rules in light, those on
 *  colours in dark (the others read the same document again), then 320 px. */
async function checkState(browser, base, state, viewport) {
  const where = `${state.name} ${viewport.width}`;
  const page = await open(browser, base, where, { viewport });
  try {
    const response = await page.goto(base + state.path);
    if (response.status() !== (state.status ?? 200)) fault(where, [`status ${response.status()}`]);
    fault(where, await checks.structure(page));
    fault(where, await checks.words(page, state));
    fault(where, await checks.targets(page));
    fault(where, await checks.storage(page));
    fault(where, await checks.width(page));
    if (viewport === WIDE) fault(where, await checks.untranslated(page, keys));
    if (shots) await page.screenshot({ path: join(shots, `${state.name}-${viewport.width}.png`), fullPage: true });
    if (viewport === WIDE) await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
    fault(where, await checks.accessibility(page));
    const panel = page.locator('.fopen');
    if (viewport === PHONE && (await panel.count())) {
      await panel.click();
      fault(`${where} filter`, await checks.accessibility(page, { part: '#filter' }));
      fault(`${where} filter`, await checks.targets(page));
      if (shots) await page.screenshot({ path: join(shots, `${state.name}-filter-${viewport.width}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    fault(`${where} dark`, await checks.accessibility(page, { colours: true }));
    if (shots) await page.screenshot({ path: join(shots, `${state.name}-${viewport.width}-dark.png`), fullPage: true });
    if (viewport === PHONE) {
      await page.setViewportSize({ width: 320, height: 800 });
      fault(`${where} 320`, await checks.width(page));
      fault(`${where} 320 spacing`, await checks.spacing(page));
    }
  } catch (error) {
    fault(where, [error.message.split('\n')[0]]);
  } finally {
    await page.context().close();
  }
}

async function walk(browser, base, name, steps, settings = {}) {
  const page = await open(browser, base, name, { viewport: WIDE, ...settings });
  try {
    fault(name, await steps(page, base));
  } catch (error) {
    fault(name, [error.message.split('\n')[0]]);
  } finally {
    await page.context().close();
  }
}

/** Weights of section 6 of the design, and the print of one page. */
async function budget(browser, base) {
  const page = await open(browser, base, 'budget', { viewport: PHONE });
  let requests = 0;
  page.on('request', () => { requests += 1; });
  const table = [];
  for (const path of ['/', '/sok', '/sok?q=coach&municipality=0780', '/insats/prov-komplett']) {
    const html = await (await fetch(base + path)).text();
    requests = 0;
    await page.goto(base + path, { waitUntil: 'networkidle' });
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    table.push([path, html.length, gzipSync(html).length, elements]);
    if (gzipSync(html).length > 12_000) fault(path, [`${gzipSync(html).length} bytes of HTML, at most 12 000`]);
    if (elements > 1_500) fault(path, [`${elements} elements, at most 1 500`]);
    if (requests > 6) fault(path, [`${requests} requests, at most 6`]);
  }
  const files = await page.evaluate(() => [...document.querySelectorAll('link[href], script[src]')].map((e) => e.href || e.src));
  const most = { css: 26_000, js: 6_000, woff2: 35_000, svg: 6_000 };
  for (const url of files) {
    const body = Buffer.from(await (await fetch(url)).arrayBuffer());
    const kind = url.split('.').pop();
    const size = kind === 'woff2' ? body.length : gzipSync(body).length;
    table.push([new URL(url).pathname, body.length, size, '']);
    if (size > most[kind]) fault(url, [`${size} bytes, at most ${most[kind]}`]);
  }
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  if (pages > 2) fault('print', [`${pages} pages, at most 2`]);
  await page.context().close();
  for (const row of table) console.log(`${row[0].padEnd(50)} ${String(row[1]).padStart(7)} ${String(row[2]).padStart(7)} ${String(row[3]).padStart(6)}`);
}

async function inParallel(jobs) {
  const waiting = [...jobs];
  const work = async () => { for (let job = waiting.shift(); job; job = waiting.shift()) await job(); };
  await Promise.all(Array.from({ length: WORKERS }, work));
}

const began = Date.now();
const servers = [];
let browser;
try {
  const full = await start(binary, { records });
  servers.push(full);
  const empty = await start(binary, { catalogue: emptyCatalogue(join(root, 'catalogue/data')) });
  servers.push(empty);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  const jobs = [];
  for (const viewport of [WIDE, PHONE]) {
    jobs.push(...states.map((state) => () => checkState(browser, full.base, state, viewport)));
    jobs.push(...emptyStates.map((state) => () => checkState(browser, empty.base, state, viewport)));
  }
  const scripts = { permissions: ['clipboard-read', 'clipboard-write'] };
  const bare = { javaScriptEnabled: false };
  jobs.push(
    () => walk(browser, full.base, 'keyboard', walks.keyboard),
    () => walk(browser, full.base, 'keyboard without script', walks.keyboard, bare),
    () => walk(browser, full.base, 'enter', walks.enterInFilter, bare),
    () => walk(browser, full.base, 'phone panel', walks.phonePanel, { viewport: PHONE, ...bare }),
    () => walk(browser, full.base, 'script', walks.script, scripts),
    () => walk(browser, full.base, 'without script', walks.withoutScript, bare),
    () => walk(browser, full.base, 'suggestions', walks.suggestions),
    () => walk(browser, full.base, 'failing suggestions', walks.suggestionsFail),
    () => walk(browser, full.base, 'menu', walks.menu, { viewport: PHONE, ...bare }),
    () => walk(browser, full.base, 'embed elsewhere', walks.embedded),
    () => budget(browser, full.base),
  );
  await inParallel(jobs);
} catch (error) {
  fault('the run', [error.stack]);
} finally {
  await browser?.close();
  for (const server of servers) await server.stop();
}
const seconds = Math.round((Date.now() - began) / 1000);
for (const text of [...new Set(faults)]) console.error(`FAULT ${text}`);
console.log(`${states.length + emptyStates.length} states, ${new Set(faults).size} faults, ${seconds} s`);
process.exit(faults.length > 0 ? 1 : 0);
