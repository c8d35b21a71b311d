import { readFileSync } from 'node:fs';
import backstage from '@backstage/cli/config/jest.js';

/*
 * Backstage makes each package a project of Jest, and a worker reads and compiles the thousands of files that a
 * page or a backend consists of anew for each project. Packages of one kind are one project here, which halves
 * the time of all tests.
 */
function textOf(file, rootDir) {
  return readFileSync(file.replace('<rootDir>', rootDir), 'utf8');
}

function mergeAlike(projects) {
  const kinds = new Map();
  for (const { displayName: _, rootDir, ...settings } of projects) {
    const setup = settings.setupFilesAfterEnv;
    const texts = setup.map(file => textOf(file, rootDir));
    const key = JSON.stringify({ ...settings, setupFilesAfterEnv: texts });
    const kind = kinds.get(key);
    if (kind) kind.roots.push(rootDir);
    else kinds.set(key, { ...settings, rootDir, roots: [rootDir] });
  }
  return [...kinds.values()];
}

const { projects, ...rest } = await backstage;

export default { ...rest, projects: mergeAlike(projects) };
