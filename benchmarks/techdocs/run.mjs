/**
 * How long do 500 pages of documentation take, beside Debian's mkdocs on the same input in the same run?
 * See README.md.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './asBuilt.mjs';
import { writePages } from './pages.mjs';

const PAGES = 500;
const ROUNDS = 5;
const wanted = { cold: 1, changed: 30, peakMb: 400 };

function mkdocs(inputDir, outputDir) {
  const began = performance.now();
  const { status, error, stderr } = spawnSync(
    'mkdocs',
    ['build', '--quiet', '--site-dir', outputDir],
    { cwd: inputDir, encoding: 'utf8' },
  );
  if (error || status !== 0) {
    throw new Error(
      `mkdocs did not build the pages: ${error?.message ?? stderr}. It comes with "apt-get install mkdocs".`,
    );
  }
  return performance.now() - began;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const work = mkdtempSync(join(tmpdir(), 'squadron-techdocs-'));
try {
  const input = join(work, 'input');
  const paths = writePages(input, PAGES);
  const copy = join(work, 'copy');
  cpSync(input, copy, { recursive: true });

  const theirs = mkdocs(copy, join(work, 'mkdocs'));
  const ours = generate({
    inputDir: input,
    outputDir: join(work, 'ours'),
    changed: join(input, paths[PAGES / 2]),
    rounds: ROUNDS,
  });
  const changed = median(ours.changedMs);
  const line = (what, value, ratio, target) =>
    `${what.padEnd(34)}${value.padStart(10)}  ${ratio.padEnd(22)}${target}\n`;
  process.stdout.write(
    [
      `${PAGES} pages\n`,
      line('mkdocs', `${(theirs / 1000).toFixed(1)} s`, '', ''),
      line(
        'cold',
        `${(ours.coldMs / 1000).toFixed(1)} s`,
        `${(theirs / ours.coldMs).toFixed(2)} times as fast`,
        `wanted ${wanted.cold}`,
      ),
      line(
        'one page changed (median)',
        `${changed.toFixed(0)} ms`,
        `${(theirs / changed).toFixed(1)} times as fast`,
        `wanted ${wanted.changed}`,
      ),
      line(
        'memory at most',
        `${ours.peakMb.toFixed(0)} MB`,
        '',
        `wanted under ${wanted.peakMb} MB`,
      ),
    ].join(''),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
