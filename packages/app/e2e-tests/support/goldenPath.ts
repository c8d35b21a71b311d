import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function named(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`${variable} is not set: run "npm run test:system"`);
}

/** Runs git, and answers what it printed. */
export function git(directory: string, ...args: string[]): string {
  const author = ['-c', 'user.name=Engineer', '-c', 'user.email=e@b.example'];
  return execFileSync('git', [...author, ...args], { cwd: directory })
    .toString()
    .trim();
}

/** Where the portal of the tests keeps a repository. */
export function repositoryFolder(name: string): string {
  return join(named('SQUADRON_REPOSITORIES'), `${name}.git`);
}

const versionPattern = /golden-paths\.squadron\/version: (\d+)\.(\d+)\.(\d+)/;

function definitionOf(template: string) {
  const file = join(named('SQUADRON_TEMPLATES'), template, 'template.yaml');
  const text = readFileSync(file, 'utf8');
  const [, major, minor, patch] = versionPattern.exec(text) ?? [];
  return { file, text, major, minor, version: `${major}.${minor}.${patch}` };
}

/** The version of a golden path, which an earlier test may have raised. */
export function versionOf(template: string): string {
  return definitionOf(template).version;
}

/** Writes the next version of a golden path, with one more file; answers the two versions. */
export function writeNextVersion(template: string, added: string) {
  const { file, text, major, minor, version } = definitionOf(template);
  const to = `${major}.${Number(minor) + 1}.0`;
  writeFileSync(
    file,
    text.replace(versionPattern, `golden-paths.squadron/version: ${to}`),
  );
  writeFileSync(join(dirname(file), 'content', added), `Since ${to}\n`);
  return { from: version, to };
}
