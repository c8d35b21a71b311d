const none = { passed: 0, failed: 0, skipped: 0 };

/** Adds up results of several runs. */
export function sum(tallies) {
  return tallies.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    none,
  );
}

/** The line that ends every test run. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run that ended without telling its results counts as one failure. */
const untold = { ...none, failed: 1 };

/** The results of a Jest run from its JSON; a suite that could not run is a failure. */
export function jestTally(json, code) {
  if (!json) return untold;
  const tally = {
    passed: json.numPassedTests,
    failed: json.numFailedTests + json.numRuntimeErrorTestSuites,
    skipped: json.numPendingTests + json.numTodoTests,
  };
  return code !== 0 && tally.failed === 0 ? sum([tally, untold]) : tally;
}

/** The results of a Playwright run from its JSON; a test that passed only when repeated is a failure. */
export function playwrightTally(json, code) {
  if (!json?.stats) return untold;
  const { expected, unexpected, flaky, skipped } = json.stats;
  const errors = json.errors?.length ?? 0;
  const tally = {
    passed: expected,
    failed: unexpected + flaky + errors,
    skipped,
  };
  return code !== 0 && tally.failed === 0 ? sum([tally, untold]) : tally;
}

/** The results of a run of Node's test runner from its TAP output. */
export function tapTally(tap, code) {
  const figure = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const tally = {
    passed: figure('pass'),
    failed: figure('fail') + figure('cancelled'),
    skipped: figure('skipped') + figure('todo'),
  };
  return code !== 0 && tally.failed === 0 ? sum([tally, untold]) : tally;
}
