// Follows the links of all pages. Links that differ only in parameter values are followed once.

/** Collects links while pages are examined, then follows them. */
export class Links {
  found = new Map();

  /** Collects the links of a page within the site. */
  async note(page, where) {
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll('a[href], iframe[src], form[action]')]
        .filter((element) => element.method !== 'post')
        .map((element) => element.href?.baseVal ?? element.href ?? element.src ?? element.action)
        .filter((address) => new URL(address, location).origin === location.origin)
        .map((address) => new URL(address, location).href),
    );
    for (const address of addresses) {
      const { origin, pathname, searchParams, hash } = new URL(address);
      const alike = `${origin}${pathname}?${[...searchParams.keys()].sort()}${hash}`;
      if (!this.found.has(alike)) this.found.set(alike, { address, where });
    }
  }

  /** Follows the links. A status other than 2xx is a fault, and so is a fragment without its element. */
  async follow() {
    const faults = [];
    for (const { address, where } of this.found.values()) {
      const answer = await fetch(address);
      const place = decodeURIComponent(new URL(address).hash.slice(1));
      const shown = await answer.text();
      if (place && !shown.includes(`id="${place}"`)) faults.push(`no ${place} at ${address} (${where})`);
      if (!answer.ok)
        faults.push(`${answer.status} at ${new URL(address).pathname + new URL(address).search} (${where})`);
    }
    return faults;
  }
}
