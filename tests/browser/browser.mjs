// Starts Chromium and opens pages that record their faults.
import { chromium } from 'playwright-core';

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });

/** A page in a browser context of its own. `faults` collects requests to hosts other than `hosts` (`null`: any host is
 *  allowed), violations of the content security policy and script errors. `status` is the expected status code. */
export async function open(browser, hosts, { status = 200, ...settings } = {}) {
  // Reduced motion disables transitions, which would affect the measured colours.
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...settings });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (hosts && protocol !== 'data:' && !hosts.includes(origin)) faults.push(`asks another host: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`a script fails: ${error.message}`));
  page.on('console', (message) => {
    const expected = status >= 400 && message.text().includes(`the server responded with a status of ${status}`);
    if (message.type() === 'error' && !expected) faults.push(message.text());
  });
  return { page, faults };
}

/** Runs all jobs, at most `workers` at a time. */
export async function inParallel(jobs, workers) {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: workers }, work));
}
