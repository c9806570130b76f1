// The pages that the program has, read out of its source: none may be without a state.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of pages, `{name}` for a part that varies; files and what only takes forms left out. */
export function pageRoutes(root) {
  const folder = join(root, 'src/web');
  const sources = readdirSync(folder, { recursive: true })
    .filter((name) => name === 'router.rs' || (name.startsWith('pages/') && name.endsWith('.rs')))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const found = (pattern) => sources.flatMap((source) => [...source.matchAll(pattern)].map(([, address]) => address));
  // The texts have one route each, made of their names.
  const texts = found(/const TEXTS[^=]*= \[([\s\S]*?)\n\];/g).flatMap((list) =>
    [...list.matchAll(/\bname: "([^"]+)"/g)].map(([, name]) => `/${name}`),
  );
  const pages = [...found(/\.route\(\s*"([^"]+)",\s*(?!post\()/g), ...texts].filter(
    (address) => !/\.\w+$|^\/api\//.test(address),
  );
  if (texts.length === 0 || pages.length === texts.length)
    throw new Error('the routes are no longer written as they were');
  return pages.sort();
}

/** Whether the address of a state is one of this route. */
export function covers(route, path) {
  const pattern = route
    .split('/')
    .map((part) => (/^\{\*/.test(part) ? '.+' : /^\{/.test(part) ? '[^/]+' : part))
    .join('/');
  return new RegExp(`^${pattern}$`).test(new URL(path, 'http://localhost').pathname);
}
