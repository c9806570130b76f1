// The pages that the program has, read out of its source: none may be without a state.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of pages, `{name}` for a part that varies; files and what only takes forms left out. */
export function pageRoutes(root) {
  const folder = join(root, 'src/web/public');
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.rs'));
  const found = files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\.route\(\s*"([^"]+)",\s*(?!post\()/g)]);
  return found.map(([, address]) => address).filter((address) => !/\.\w+$/.test(address)).sort();
}

/** Whether the address of a state is one of this route. */
export function covers(route, path) {
  const pattern = route.split('/').map((part) => (/^\{\*/.test(part) ? '.+' : /^\{/.test(part) ? '[^/]+' : part)).join('/');
  return new RegExp(`^${pattern}$`).test(new URL(path, 'http://localhost').pathname);
}
