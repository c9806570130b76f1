// Starts the program on a free port with a data directory of its own, and takes both away again.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WAIT = 20_000;

/** The program over the shipped catalogue and some more records; `catalogue` replaces the shipped one. */
export async function start(binary, { records = [], catalogue } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'insatskatalog-browser-'));
  const settings = ['--data-dir', join(folder, 'data'), ...(catalogue ? ['--catalogue', catalogue(folder)] : [])];
  if (records.length > 0) {
    const file = join(folder, 'records.jsonl');
    writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
    const done = spawnSync(binary, ['import', file, ...settings], { encoding: 'utf8' });
    if (done.status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`the test records were refused:\n${done.stderr}`);
    }
  }
  const child = spawn(binary, ['serve', '--listen', '127.0.0.1:0', ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (text) => { log += text; });
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const base = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the program did not start:\n${log}`)), WAIT);
      child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${log}`)));
      child.stdout.on('data', (text) => {
        const found = /listening on (http:\S+)/.exec(text);
        if (found) { clearTimeout(late); resolve(found[1]); }
      });
    });
    return { base, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A catalogue with vocabularies and not one intervention. */
export const emptyCatalogue = (data) => (folder) => {
  const target = join(folder, 'catalogue');
  mkdirSync(join(target, 'interventions'), { recursive: true });
  cpSync(join(data, 'vocabularies'), join(target, 'vocabularies'), { recursive: true });
  return target;
};
