// The pages of the program, from its table of routes.
import { spawnSync } from 'node:child_process';

/** Paths of pages, with `{name}` for a variable segment. */
export function pageRoutes(binary) {
  const { status, stdout, stderr } = spawnSync(binary, ['routes'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`\`routes\` ended with ${status}:\n${stderr}`);
  const pages = stdout.trimEnd().split('\n').map((line) => line.split(/\s+/)).filter(([method, , kind]) => method === 'GET' && kind === 'page');
  if (pages.length === 0) throw new Error(`no page is listed:\n${stdout}`);
  return pages.map(([, path]) => path).sort();
}

/** Whether an address matches a route. */
export function covers(route, path) {
  const pattern = route
    .split('/')
    .map((part) => (/^\{\*/.test(part) ? '.+' : /^\{/.test(part) ? '[^/]+' : part))
    .join('/');
  return new RegExp(`^${pattern}$`).test(new URL(path, 'http://localhost').pathname);
}
