import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  closingLine,
  jestTally,
  playwrightTally,
  sum,
  tapTally,
} from './tally.mjs';

test('the closing line adds up all runs', () => {
  const total = sum([
    { passed: 3, failed: 0, skipped: 1 },
    { passed: 4, failed: 2, skipped: 0 },
  ]);
  assert.equal(closingLine(total), '7 passed, 2 failed, 1 skipped');
});

const jest = {
  numPassedTests: 5,
  numFailedTests: 1,
  numRuntimeErrorTestSuites: 1,
  numPendingTests: 2,
  numTodoTests: 1,
};

test('a Jest suite that could not run counts as a failure', () => {
  assert.deepEqual(jestTally(jest, 1), { passed: 5, failed: 2, skipped: 3 });
});

test('a Jest run that failed without a failed test still counts one', () => {
  const green = { ...jest, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  assert.equal(jestTally(green, 0).failed, 0);
  assert.equal(jestTally(green, 1).failed, 1);
});

test('a run that left no results counts as one failure', () => {
  assert.equal(jestTally(undefined, 0).failed, 1);
  assert.equal(playwrightTally(undefined, 0).failed, 1);
});

test('a browser test that passed only when repeated counts as a failure', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };
  assert.deepEqual(playwrightTally({ stats, errors: [] }, 0), {
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});

test('a browser run that could not begin counts as a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  assert.equal(playwrightTally({ stats, errors: [{}] }, 1).failed, 1);
});

test('the results of the launcher tests are read from their TAP summary', () => {
  const tap =
    '# tests 6\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n';
  assert.deepEqual(tapTally(tap, 1), { passed: 3, failed: 2, skipped: 1 });
});
