// The size of a page in bytes, uncompressed and as sent by the program.
import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Bytes of one response, uncompressed (`raw`) and as sent with gzip (`sent`). */
export function bytes(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const sent = Buffer.concat(parts);
        const raw = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(sent).length : sent.length;
        resolve({ raw, sent: sent.length });
      });
    }).on('error', reject);
  });
}

const KINDS = { css: 'css', js: 'js', woff2: 'font', svg: 'pictures' };

/** The size of a first visit: bytes by kind, number of requests and elements. */
export async function weigh(page, url) {
  const asked = new Set();
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.add(request.url().split('#')[0]);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  // Headless browsers do not request the favicon.
  asked.add(await page.evaluate(() => document.querySelector('link[rel=icon]').href));
  const weight = { requests: asked.size, elements: await page.evaluate(() => document.querySelectorAll('*').length) };
  for (const address of asked) {
    const extension = /\.(\w+)$/.exec(new URL(address).pathname)?.[1];
    const kind = KINDS[extension] ?? 'html';
    const { raw, sent } = await bytes(address);
    const sum = (weight[kind] ??= { raw: 0, sent: 0, count: 0 });
    sum.raw += raw;
    sum.sent += sent;
    sum.count += 1;
  }
  return weight;
}
