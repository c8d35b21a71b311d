/**
 * How long do 500 pages of documentation take, beside Debian's mkdocs on the same input in the same run?
 * See README.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { writePages } from './pages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const plugin = join(here, '../../plugins/techdocs-backend-module-markdown');
const PAGES = 500;
const ROUNDS = 5;
const wanted = { cold: 1, changed: 30, peakMb: 400 };

/** Plain JavaScript, as a built portal runs it: the transformation of sources would be measured too. */
function transpile(folder, outdir) {
  const entryPoints = readdirSync(folder, { recursive: true })
    .filter(file => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .map(file => join(folder, file));
  buildSync({
    entryPoints,
    outdir,
    outbase: folder,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    logLevel: 'error',
  });
}

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

function generator(script, file, ...args) {
  const output = execFileSync(process.execPath, [script, file, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const work = mkdtempSync(join(tmpdir(), 'squadron-techdocs-'));
const built = join(plugin, 'dist/benchmark');
try {
  transpile(join(plugin, 'src'), join(built, 'plugin'));
  transpile(here, join(built, 'runner'));
  const input = join(work, 'input');
  const paths = writePages(input, PAGES);
  const copy = join(work, 'copy');
  cpSync(input, copy, { recursive: true });

  const theirs = mkdocs(copy, join(work, 'mkdocs'));
  const ours = generator(
    join(built, 'runner/generate.js'),
    join(built, 'plugin/generator/MarkdownGenerator.js'),
    input,
    join(work, 'ours'),
    join(input, paths[PAGES / 2]),
    ROUNDS,
  );
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
  rmSync(built, { recursive: true, force: true });
}
