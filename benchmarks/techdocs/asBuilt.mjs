import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const plugin = join(here, '../../plugins/techdocs-backend-module-markdown');
const built = join(plugin, 'dist/benchmark');

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

/**
 * Builds a site in a process of its own: once, and again as often as said after a line was added to one of
 * its pages. Answers what `generate.ts` tells.
 */
export function generate({ inputDir, outputDir, changed, rounds = 0 }) {
  transpile(join(plugin, 'src'), join(built, 'plugin'));
  transpile(here, join(built, 'runner'));
  try {
    const output = execFileSync(
      process.execPath,
      [
        join(built, 'runner/generate.js'),
        join(built, 'plugin/generator/MarkdownGenerator.js'),
        inputDir,
        outputDir,
        changed ?? '',
        String(rounds),
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return JSON.parse(output);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}
