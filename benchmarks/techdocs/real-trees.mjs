/**
 * Builds documentation that other people wrote, from packages of the npm registry, and checks that every
 * page is there and can be reached by links from the first one. Run by hand: see README.md.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { generate } from './asBuilt.mjs';

const packages = ['@ory/client@1.22.66', 'aws-cdk-lib@2.20.0'];

/** Takes the Markdown of a package as a docs folder; answers the paths. */
function takeDocs(name, folder) {
  const [file] = execFileSync('npm', ['pack', name, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .slice(-1);
  execFileSync('tar', ['xzf', file, '--wildcards', '*.md'], { cwd: folder });
  const unpacked = join(folder, 'package');
  const paths = readdirSync(unpacked, { recursive: true })
    .filter(path => path.endsWith('.md') && !path.includes('node_modules'))
    .filter(path => !path.split('/').some(part => part.startsWith('.')));
  for (const path of paths) {
    cpSync(join(unpacked, path), join(folder, 'docs', path));
  }
  writeFileSync(join(folder, 'mkdocs.yml'), `site_name: '${name}'\n`);
  return paths;
}

/** The addresses of all pages that links lead to from the first one, as the reader follows them. */
function reachable(site) {
  const seen = new Set(['']);
  const waiting = [''];
  while (waiting.length > 0) {
    const url = waiting.pop();
    const html = readFileSync(join(site, url, 'index.html'), 'utf8');
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"#?:]+)"/g)) {
      const target = posix.join(url, decodeURI(href)).replace(/^\.?\/*$/, '');
      const page =
        target === '' || target.endsWith('/') ? target : `${target}/`;
      if (seen.has(page) || !existsSync(join(site, page, 'index.html')))
        continue;
      seen.add(page);
      waiting.push(page);
    }
  }
  return seen;
}

let failed = false;
for (const name of packages) {
  const folder = mkdtempSync(join(tmpdir(), 'squadron-real-tree-'));
  try {
    const paths = takeDocs(name, folder);
    const site = join(folder, 'site');
    const { coldMs, peakMb } = generate({ inputDir: folder, outputDir: site });
    const written = readdirSync(site, { recursive: true }).filter(
      path => posix.basename(path) === 'index.html',
    );
    const reached = reachable(site);
    const lost = written.filter(
      path => !reached.has(path.slice(0, -'index.html'.length)),
    );
    process.stdout.write(
      `${name}: ${paths.length} files, ${written.length} pages, ${reached.size} reached, ${(coldMs / 1000).toFixed(1)} s, ${peakMb.toFixed(0)} MB at most\n`,
    );
    if (written.length < paths.length || lost.length > 0) {
      failed = true;
      process.stdout.write(`  not reached: ${lost.slice(0, 10).join(', ')}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = failed ? 1 : 0;
