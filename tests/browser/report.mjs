// Counts and prints results. A check is one question about one page in one viewport, or one walk.

/** Maximum number of faults printed for one check. */
const MOST_SHOWN = 6;

export class Report {
  passed = 0;
  failed = 0;
  axe = { runs: 0, violations: 0, undecided: new Map() };
  /** Lines printed before the summary. */
  notes = [];
  summary = '';
  /** Lines about faults, printed again after the summary, since the end of a long log is what people read. */
  faults = [];
  /** Writes a line about a fault. */
  printFault = console.error;

  /** Counts one check, which passes without faults; prints its faults. */
  check(where, question, found) {
    const faults = [...new Set(found)];
    if (faults.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    const shown = faults.slice(0, MOST_SHOWN);
    if (faults.length > MOST_SHOWN) shown.push(`… and ${faults.length - MOST_SHOWN} more`);
    for (const fault of shown) {
      const line = `FAULT ${where}: ${question}: ${fault}`;
      this.faults.push(line);
      this.printFault(line);
    }
  }

  /** Counts one run of axe and collects its incomplete results, which people must review. */
  ruled(where, question, { violations, undecided }) {
    this.axe.runs += 1;
    this.axe.violations += violations.length;
    for (const thing of undecided) {
      const places = this.axe.undecided.get(thing) ?? new Set();
      this.axe.undecided.set(thing, places.add(where));
    }
    this.check(where, question, violations);
  }

  /** Prints the report; the last line has the counts of checks. */
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
    for (const line of this.faults) console.log(line);
    console.log(`${this.passed} passed, ${this.failed} failed`);
  }
}

/** The error message of Playwright when a renderer process of Chromium crashes. */
const CRASH = 'Target crashed';

/** Keeps results until they are known to be those of the page. */
class Draft {
  results = [];
  notes = [];

  check(...result) {
    this.results.push(['check', result]);
  }

  ruled(...result) {
    this.results.push(['ruled', result]);
  }

  /** Whether the browser crashed meanwhile. */
  get crashed() {
    return this.results.some(([kind, [, , found]]) => kind === 'check' && found.some((fault) => fault.includes(CRASH)));
  }

  copyTo(report) {
    for (const [kind, result] of this.results) report[kind](...result);
    report.notes.push(...this.notes);
  }
}

/** A job that runs once more when Chromium crashes, which has been seen once in 4,241 checks of unchanged pages. A second
 *  crash is a fault of the page. */
export function repeatedAfterCrash(run, job) {
  return async () => {
    let draft = new Draft();
    await job({ ...run, report: draft });
    if (draft.crashed) {
      const [, [where]] = draft.results[0];
      run.report.notes.push(`${where}: Chromium crashed; checked once more`);
      draft = new Draft();
      await job({ ...run, report: draft });
    }
    draft.copyTo(run.report);
  };
}
