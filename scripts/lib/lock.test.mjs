import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { holderOf, tryLock } from './lock.mjs';

const base = mkdtempSync(join(tmpdir(), 'squadron-lock-test-'));
after(() => rmSync(base, { recursive: true }));

test('a lock is held by one process at a time', () => {
  const path = join(base, 'held');
  const lock = tryLock(path);
  assert.equal(holderOf(path), process.pid);
  assert.equal(tryLock(path), undefined);
  lock.release();
  assert.ok(tryLock(path));
});

test('the lock of a process that is gone is taken over', () => {
  const path = join(base, 'stale');
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(path, String(pid));
  assert.equal(holderOf(path), undefined);
  assert.ok(tryLock(path));
});

test('a lock that was handed to another process is held by it', () => {
  const path = join(base, 'handed');
  tryLock(path).handTo(process.ppid);
  assert.equal(holderOf(path), process.ppid);
});
