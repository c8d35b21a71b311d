import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './lib/paths.mjs';

const isRunning = pid => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Starts something through npm that runs until it is ended; answers its process id. */
async function startThroughNpm() {
  const program = 'console.log("pid", process.pid); setInterval(() => {}, 1e6)';
  const npm = spawn('npm', ['run', 'yarn', '--', 'node', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of npm.stdout) {
    printed += chunk;
    const [, pid] = /^pid (\d+)$/m.exec(printed) ?? [];
    if (pid) return { npm, pid: Number(pid) };
  }
  throw new Error(`npm ended: ${printed}`);
}

test('what npm started ends when npm is told to end', async () => {
  const { npm, pid } = await startThroughNpm();
  const ended = once(npm, 'exit');
  npm.kill('SIGTERM');
  await ended;
  const deadline = Date.now() + 30_000;
  while (isRunning(pid) && Date.now() < deadline) await delay(50);
  const stayed = isRunning(pid);
  if (stayed) process.kill(pid);
  assert.equal(stayed, false);
});
