import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, knownCause, sentenceFor } from './failure.mjs';

const noSpace = Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' });

for (const [said, expected] of [
  ['npm error code ENOSPC', /disk is full/],
  ['cp: write error: No space left on device', /disk is full/],
  ['SqliteError: database or disk is full', /disk is full/],
  ['getaddrinfo EAI_AGAIN registry.example.com', /cannot be reached/],
  ['RequestError: connect ECONNREFUSED 127.0.0.1:9', /cannot be reached/],
]) {
  test(`"${said}" has a known cause`, () => {
    assert.match(knownCause(said), expected);
  });
}

test('a cause that nobody knows is not guessed', () => {
  assert.equal(knownCause('SyntaxError: unexpected token'), undefined);
});

test('a full disk is told the same way when the launcher itself meets it', () => {
  assert.match(sentenceFor(noSpace), /disk is full/);
});

test('a failure is told in its own words', () => {
  assert.equal(sentenceFor(new Failure('Do this.')), 'Do this.');
});

test('an unexpected error is one line without a stack trace', () => {
  const sentence = sentenceFor(new TypeError('first\nsecond'));
  assert.match(sentence, /first/);
  assert.doesNotMatch(sentence, /\n|second/);
});
