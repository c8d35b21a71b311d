import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backstageCli, cacheDir, root } from './paths.mjs';
import { run } from './processes.mjs';
import { elapsed } from './steps.mjs';

const AT_ONCE = 2;
const bin = name => join(root, 'node_modules', name);

const prettier = bin('prettier/bin/prettier.cjs');
const eslint = bin('eslint/bin/eslint.js');
const tsc = [
  bin('typescript/bin/tsc'),
  '--noEmit',
  '--tsBuildInfoFile',
  join(cacheDir, 'tsc.tsbuildinfo'),
];

/** What is checked besides the tests: each is one or more programs, and passes when all of them do. */
export const checks = [
  {
    title: 'Types (tsc)',
    programs: [tsc],
  },
  {
    title: 'Lint (ESLint)',
    programs: [
      [
        backstageCli,
        'repo',
        'lint',
        '--max-warnings=0',
        '--success-cache',
        `--success-cache-dir=${join(cacheDir, 'eslint')}`,
      ],
      [eslint, '--max-warnings=0', '--ext=.mjs,.ts', 'scripts', 'benchmarks'],
    ],
  },
  {
    title: 'Format (prettier)',
    programs: [
      [
        prettier,
        '--check',
        '--log-level=warn',
        '--cache',
        `--cache-location=${join(cacheDir, 'prettier')}`,
        '.',
      ],
    ],
  },
  {
    title: 'Unused code (knip)',
    programs: [
      [
        bin('knip/bin/knip.js'),
        '--no-config-hints',
        '--cache',
        `--cache-location=${join(cacheDir, 'knip')}`,
      ],
    ],
  },
];

async function runCheck({ title, programs }, { node, env }) {
  const began = Date.now();
  const outputs = [];
  let failed = false;
  for (const program of programs) {
    const { code, output } = await run(node, program, { env });
    failed ||= code !== 0;
    if (code !== 0) outputs.push(output.trimEnd());
  }
  const mark = failed ? '✕' : '✓';
  const line = `  ${mark} ${title.padEnd(34)} ${elapsed(Date.now() - began)}`;
  process.stdout.write(`${[line, ...outputs].join('\n')}\n`);
  return failed
    ? { passed: 0, failed: 1, skipped: 0 }
    : { passed: 1, failed: 0, skipped: 0 };
}

/** Runs checks, two at a time, printing what the failed ones have to say. */
export async function runChecks(wanted, toolchain) {
  const waiting = [...wanted];
  const results = [];
  const work = async () => {
    while (waiting.length > 0) {
      results.push(await runCheck(waiting.shift(), toolchain));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

const CODE = /\.([cm]?[jt]sx?)$/;

/** The same checks for some files only; types are always checked whole. */
export function checksOf(files) {
  const present = files.filter(file => existsSync(join(root, file)));
  const code = present.filter(file => CODE.test(file));
  const list = [];
  if (present.length > 0) {
    list.push({
      title: 'Format (prettier)',
      programs: [[prettier, '--check', '--ignore-unknown', ...present]],
    });
  }
  if (code.length > 0) {
    list.push({
      title: 'Lint (ESLint)',
      programs: [
        [
          eslint,
          '--max-warnings=0',
          '--no-error-on-unmatched-pattern',
          ...code,
        ],
      ],
    });
  }
  if (code.some(file => /\.[cm]?tsx?$/.test(file))) {
    list.push({ title: 'Types (tsc)', programs: [tsc] });
  }
  return list;
}
