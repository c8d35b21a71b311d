import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Writes the next version of a golden path, with one more file; answers the two versions. */
export function writeNextVersion(template: string, file: string) {
  const folder = join(named('SQUADRON_TEMPLATES'), template);
  const definition = join(folder, 'template.yaml');
  const text = readFileSync(definition, 'utf8');
  const pattern = /golden-paths\.squadron\/version: (\d+)\.(\d+)\.(\d+)/;
  const [, major, minor, patch] = pattern.exec(text) ?? [];
  const from = [major, minor, patch].join('.');
  const to = [major, Number(minor) + 1, 0].join('.');
  writeFileSync(
    definition,
    text.replace(pattern, `golden-paths.squadron/version: ${to}`),
  );
  writeFileSync(join(folder, 'content', file), `Since ${to}\n`);
  return { from, to };
}
