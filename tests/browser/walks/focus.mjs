// Moves the focus with Tab and checks every focused element.

const MOST_STOPS = 250;

/** The focused element: its name, whether it is visible, its place in the source relative to the last stop. */
function here(page, wanted = ':not(*)') {
  return page.evaluate((wanted) => {
    const element = document.activeElement;
    if (element === document.body || !element) return { out: true };
    const { outlineWidth, outlineStyle } = getComputedStyle(element);
    const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
    // The middle of the visible part of the element.
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const seenAt = (x, y) => {
      const at = document.elementFromPoint(x, y);
      return at && (element.contains(at) || at.contains(element) || at.closest('label')?.contains(element));
    };
    // A shape on the map shows focus by its stroke; its middle can be inside of a neighbour.
    const shape = element.querySelector(':scope > path');
    const before = window.lastStop;
    window.lastStop = element;
    return {
      name: `${element.localName} ${element.name ?? ''} ${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}`,
      covered: !shape && !seenAt(middle(rect.left, rect.right, innerWidth), middle(rect.top, rect.bottom, innerHeight)),
      outlined: shape
        ? parseFloat(getComputedStyle(shape).strokeWidth) >= 3
        : parseFloat(outlineWidth) >= 2.9 && outlineStyle !== 'none',
      skip: element.matches('.ds-skip-link'),
      reached: element.matches(wanted),
      stuck: before === element,
      backwards: Boolean(
        before?.isConnected && before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING,
      ),
    };
  }, wanted);
}

function faultsAt(stop) {
  const faults = [];
  if (stop.covered) faults.push(`the focus is covered: ${stop.name}`);
  if (!stop.outlined && !stop.skip) faults.push(`the focus is not seen: ${stop.name}`);
  if (stop.stuck) faults.push(`the focus is trapped: ${stop.name}`);
  return faults;
}

/** Presses Tab until `wanted` has the focus; every stop on the way must be visible. */
export async function tabTo(page, wanted, faults) {
  for (let i = 0; i < MOST_STOPS; i++) {
    await page.keyboard.press('Tab');
    const stop = await here(page, wanted);
    if (stop.out) continue;
    faults.push(...faultsAt(stop));
    if (stop.reached) return;
  }
  throw new Error(`Tab never reaches ${wanted} on ${page.url()}`);
}

/** Visits the whole page with Tab: every stop visible, none missing, in the order of the source. */
export async function everyStop(page) {
  const faults = [];
  const wanted = await page.evaluate(() => {
    const TABBABLE =
      'a[href], button, input:not([type=hidden], [type=radio]), input[type=radio]:checked, select, textarea, summary, [tabindex="0"], iframe';
    return [...document.querySelectorAll(TABBABLE)].filter(
      (e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled,
    ).length;
  });
  let stops = 0;
  for (; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    const stop = await here(page);
    if (stop.out || (stops > 0 && stop.backwards && stop.skip)) break;
    faults.push(...faultsAt(stop));
    if (stop.backwards) faults.push(`Tab goes back in the source: ${stop.name}`);
  }
  if (stops === MOST_STOPS) faults.push('Tab never leaves the page');
  else if (stops !== wanted) faults.push(`${stops} stops of ${wanted}`);
  return faults;
}
