// What held and what did not. A check is one question about one page in one size, or one walk.

/** Faults shown of one check. */
const MOST_SHOWN = 6;

export class Report {
  passed = 0;
  failed = 0;
  axe = { runs: 0, violations: 0, undecided: new Map() };
  /** Figures worth reading, and what was looked at. */
  notes = [];
  summary = '';

  /** Counts one check; it holds when it found no fault. What it found is said at once. */
  check(where, question, found) {
    const faults = [...new Set(found)];
    if (faults.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    for (const fault of faults.slice(0, MOST_SHOWN)) console.error(`FAULT ${where}: ${question}: ${fault}`);
    if (faults.length > MOST_SHOWN)
      console.error(`FAULT ${where}: ${question}: … and ${faults.length - MOST_SHOWN} more`);
  }

  /** Counts one run of axe and keeps what the tool leaves to people. */
  ruled(where, question, { violations, undecided }) {
    this.axe.runs += 1;
    this.axe.violations += violations.length;
    for (const thing of undecided) {
      const places = this.axe.undecided.get(thing) ?? new Set();
      this.axe.undecided.set(thing, places.add(where));
    }
    this.check(where, question, violations);
  }

  /** Says all of it; the last line has the counts alone. */
  print(seconds) {
    for (const note of this.notes) console.log(note);
    console.log(`\naxe leaves to people (${this.axe.undecided.size}):`);
    for (const [thing, places] of [...this.axe.undecided].sort((a, b) => b[1].size - a[1].size)) {
      const [first] = places;
      console.log(`  ${thing} – ${places.size} × (${first})`);
    }
    console.log(`\n${this.summary}`);
    console.log(
      `axe: ${this.axe.runs} runs, ${this.axe.violations} violations, ${this.axe.undecided.size} kinds of place undecided; ${seconds} s`,
    );
    console.log(`${this.passed} passed, ${this.failed} failed`);
  }
}
