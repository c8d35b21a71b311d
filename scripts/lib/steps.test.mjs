import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { after, beforeEach, test } from 'node:test';
import { elapsed, showStepsOn, step } from './steps.mjs';

let shown;

beforeEach(() => {
  shown = '';
  const write = (chunk, _encoding, done) => {
    shown += chunk;
    done();
  };
  showStepsOn(new Writable({ write }));
});
after(() => showStepsOn(process.stdout));

for (const [milliseconds, words] of [
  [40, '0.0 s'],
  [940, '0.9 s'],
  [12_400, '12 s'],
  [59_700, '1 min 0 s'],
  [125_000, '2 min 5 s'],
]) {
  test(`${milliseconds} ms are ${words}`, () => {
    assert.equal(elapsed(milliseconds), words);
  });
}

test('a step that worked is ticked and answers its result', async () => {
  assert.equal(await step('Build', async () => 42), 42);
  assert.match(shown, /… Build.*\n.*✓ Build +0\.0 s\n$/);
});

test('a step that failed is crossed and passes its error on', async () => {
  const failing = step('Build', () => Promise.reject(new Error('no')));
  await assert.rejects(failing, /no/);
  assert.match(shown, /✕ Build/);
});
