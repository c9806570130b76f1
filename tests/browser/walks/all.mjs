// All walks: name, steps, whether the walk visits another site (`elsewhere`), and settings of the browser.
import { PHONE } from '../browser.mjs';
import * as embed from './embed.mjs';
import * as keyboard from './keyboard.mjs';
import * as phone from './phone.mjs';
import * as script from './script.mjs';
import * as suggest from './suggest.mjs';
import * as table from './table.mjs';

const WITHOUT_SCRIPT = { javaScriptEnabled: false };
const PERMISSIONS = { permissions: ['clipboard-read', 'clipboard-write'] };
// One page of each kind, on which every focused element is checked.
const KINDS = [
  '/',
  '/sok?q=coach&municipality=0780&id=prov-aldrig',
  '/sok?q=coach&view=table',
  '/insats/prov-komplett',
  '/jamfor?id=prov-komplett&id=prov-aldrig',
  '/oversikt?county=07',
  '/ordlista',
  '/inbaddat',
  '/situation/inget-jobb',
  '/inbaddat/sok?municipality=0764',
  '/sok?q=qwxzy',
  '/sok?q=coach&lang=ar',
  '/insats/har-aldrig-funnits',
];

export const walks = [
  { name: 'find', steps: keyboard.find },
  { name: 'find without script', steps: keyboard.find, ...WITHOUT_SCRIPT },
  { name: 'compare and print', steps: keyboard.compareAndPrint(true) },
  { name: 'compare and print without script', steps: keyboard.compareAndPrint(false), ...WITHOUT_SCRIPT },
  { name: 'skip', steps: keyboard.skip },
  { name: 'enter in a filter', steps: keyboard.enterInFilter },
  { name: 'enter in a filter without script', steps: keyboard.enterInFilter, ...WITHOUT_SCRIPT },
  { name: 'write a municipality', steps: keyboard.writeMunicipality },
  { name: 'write a municipality without script', steps: keyboard.writeMunicipality, ...WITHOUT_SCRIPT },
  ...KINDS.flatMap((path) => [
    { name: `stops ${path}`, steps: keyboard.stopsOf(path), status: path.includes('aldrig') ? 404 : 200 },
    {
      name: `stops on a phone ${path}`,
      steps: keyboard.stopsOf(path),
      viewport: PHONE,
      status: path.includes('aldrig') ? 404 : 200,
    },
  ]),
  { name: 'panel', steps: phone.panel, viewport: PHONE },
  { name: 'panel without script', steps: phone.panel, viewport: PHONE, ...WITHOUT_SCRIPT },
  { name: 'density', steps: phone.density, viewport: PHONE },
  { name: 'table rows', steps: table.rows },
  { name: 'menus', steps: phone.menus, viewport: PHONE },
  { name: 'menus without script', steps: phone.menus, viewport: PHONE, ...WITHOUT_SCRIPT },
  { name: 'suggestions', steps: suggest.take },
  { name: 'suggestions left', steps: suggest.leave },
  { name: 'suggestions without answer', steps: suggest.withoutAnswer, status: 503 },
  { name: 'embed', steps: embed.snippets, elsewhere: true },
  { name: 'embed without frame', steps: embed.withoutFrame, elsewhere: true },
  { name: 'embed others', steps: embed.othersRefuse, elsewhere: true },
  { name: 'count', steps: script.count, status: 503 },
  { name: 'detected filters', steps: script.detectedFilters },
  { name: 'detected filters without script', steps: script.detectedFilters, ...WITHOUT_SCRIPT },
  { name: 'keeps selection', steps: script.keepsSelection },
  { name: 'copy and print', steps: script.copyAndPrint, ...PERMISSIONS },
  {
    name: 'no idle buttons',
    steps: script.noIdleButtons([
      '/',
      '/sok',
      '/insats/prov-komplett',
      '/jamfor?id=prov-komplett',
      '/oversikt',
      '/inbaddat',
      '/inbaddat/sok',
    ]),
    ...WITHOUT_SCRIPT,
  },
];
