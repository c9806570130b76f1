// The routes of the pages, from the source of the program. Each must have a state.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Routes of pages, with `{name}` for a variable segment; without files and the API. */
export function pageRoutes(root) {
  const folder = join(root, 'src/web');
  const sources = readdirSync(folder, { recursive: true })
    .filter((name) => name === 'router.rs' || (name.startsWith('pages/') && name.endsWith('.rs')))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const found = (pattern) => sources.flatMap((source) => [...source.matchAll(pattern)].map(([, address]) => address));
  // Static texts have one route each, made from their name.
  const texts = found(/const \w+: \[StaticPage[^=]*= \[([\s\S]*?)\n\];/g).flatMap((list) =>
    [...list.matchAll(/\bname: "([^"]+)"/g)].map(([, name]) => `/${name}`),
  );
  const pages = [...found(/\.route\(\s*"([^"]+)",\s*(?!post\()/g), ...texts].filter(
    (address) => !/\.\w+$|^\/api\//.test(address),
  );
  if (texts.length === 0 || pages.length === texts.length)
    throw new Error('the source declares its routes in another form');
  return pages.sort();
}

/** Whether an address matches a route. */
export function covers(route, path) {
  const pattern = route
    .split('/')
    .map((part) => (/^\{\*/.test(part) ? '.+' : /^\{/.test(part) ? '[^/]+' : part))
    .join('/');
  return new RegExp(`^${pattern}$`).test(new URL(path, 'http://localhost').pathname);
}
