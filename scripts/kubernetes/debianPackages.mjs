import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure, knownCause } from '../lib/failure.mjs';
import { run } from '../lib/processes.mjs';

const SOURCES = '/etc/apt/sources.list.d';
const ONE_FILE = '/etc/apt/sources.list';

/** The machine's own package sources with their source packages switched on. */
export function withSourcePackages(text, style) {
  return style === 'list'
    ? text
        .split('\n')
        .filter(line => /^deb\s/.test(line))
        .flatMap(line => [line, line.replace(/^deb/, 'deb-src')])
        .join('\n')
    : text.replace(/^Types:.*$/gm, 'Types: deb deb-src');
}

function sourcesOfMachine() {
  const inFolder = existsSync(SOURCES) ? readdirSync(SOURCES) : [];
  return [ONE_FILE, ...inFolder.map(name => join(SOURCES, name))].flatMap(
    path => {
      const [, style] = /\.(list|sources)$/.exec(path) ?? [];
      if (!style || !existsSync(path)) return [];
      const text = withSourcePackages(readFileSync(path, 'utf8'), style);
      return text.includes('debian') ? [{ style, text }] : [];
    },
  );
}

/** apt with lists and a cache of its own: nothing of the system is changed, and no rights are needed. */
function aptOptions(folder) {
  const parts = join(folder, 'sources');
  const lists = join(folder, 'lists');
  const cache = join(folder, 'cache');
  mkdirSync(parts, { recursive: true });
  mkdirSync(join(lists, 'partial'), { recursive: true });
  mkdirSync(join(cache, 'archives/partial'), { recursive: true });
  sourcesOfMachine().forEach(({ style, text }, index) =>
    writeFileSync(join(parts, `machine-${index}.${style}`), `${text}\n`),
  );
  return [
    'Dir::Etc::SourceList=/dev/null',
    `Dir::Etc::SourceParts=${parts}`,
    `Dir::State::Lists=${lists}`,
    `Dir::Cache=${cache}`,
    'APT::Sandbox::User=root',
  ].flatMap(option => ['-o', option]);
}

async function must(program, args, cwd, log) {
  const { code, output } = await run(program, args, { cwd, log }).catch(
    error => ({ code: 1, output: error.message }),
  );
  if (code === 0) return;
  throw new Failure(
    knownCause(output) ??
      `${program} failed: ${output.trim().split('\n').pop()}. The Kubernetes of the system tests is built from packages of Debian 12 (it needs apt and dpkg-dev); on another system, name a cluster with the variable KUBECONFIG.`,
  );
}

/**
 * Fetches binary packages and one source package of Debian.
 *
 * @returns the folders that they are unpacked in
 */
export async function fetchPackages({ folder, packages, source, log }) {
  const apt = aptOptions(join(folder, 'apt'));
  const files = join(folder, 'packages');
  const unpacked = join(folder, 'root');
  const sources = join(folder, 'source');
  mkdirSync(files, { recursive: true });
  await must('apt-get', [...apt, 'update'], files, log);
  await must('apt-get', [...apt, 'download', ...packages], files, log);
  for (const name of readdirSync(files).filter(each => each.endsWith('.deb'))) {
    await must('dpkg-deb', ['-x', name, unpacked], files, log);
  }
  const wanted = ['source', '--download-only', source];
  await must('apt-get', [...apt, ...wanted], files, log);
  const description = readdirSync(files).find(name => name.endsWith('.dsc'));
  const extract = ['--no-check', '-x', description, sources];
  await must('dpkg-source', extract, files, log);
  return { unpacked, sources };
}
