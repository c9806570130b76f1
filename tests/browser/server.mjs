// Starts programs on a free port with a temporary folder; stops them and removes the folder.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WAIT = 30_000;

/** Serves the shipped catalogue with additional records; `catalogue` replaces the shipped one. */
export async function start(binary, { records = [], catalogue } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'insatskatalog-browser-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const settings = ['--data-dir', join(folder, 'data'), ...(catalogue ? ['--catalogue', catalogue(folder)] : [])];
  if (records.length > 0) {
    const file = join(folder, 'records.jsonl');
    writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
    const done = spawnSync(binary, ['import', file, ...settings], { encoding: 'utf8' });
    if (done.status !== 0) {
      remove();
      throw new Error(`the test records were refused:\n${done.stderr}`);
    }
  }
  return run(binary, ['serve', '--listen', '127.0.0.1:0', ...settings], remove);
}

/** Starts a program that prints the address it listens on; calls `cleanUp` after its end. */
export async function run(program, settings, cleanUp = () => {}) {
  const child = spawn(program, settings, { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (text) => {
    log += text;
  });
  const stop = async () => {
    if (child.exitCode === null && child.pid) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    cleanUp();
  };
  try {
    const base = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the program did not start:\n${log}`)), WAIT);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${log}`)));
      child.stdout.on('data', (text) => {
        const found = /listening on (http:\S+)/.exec(text);
        if (found) {
          clearTimeout(late);
          resolve(found[1]);
        }
      });
    });
    return { base, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A site of another origin with one page. */
export async function otherSite(body) {
  const page = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>En kommun</title><h1>En kommun</h1>${body}`;
  const server = createServer((request, answer) =>
    answer.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(page),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** A catalogue with vocabularies and no interventions. */
export const emptyCatalogue = (data) => (folder) => {
  const target = join(folder, 'catalogue');
  mkdirSync(join(target, 'interventions'), { recursive: true });
  cpSync(join(data, 'vocabularies'), join(target, 'vocabularies'), { recursive: true });
  return target;
};
