import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './files.mjs';
import { root } from './paths.mjs';

/** Every package of the repository with its folder and its package.json. */
export function workspaces(base = root) {
  return ['packages', 'plugins'].flatMap(parent =>
    readdirSync(join(base, parent), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => join(base, parent, entry.name))
      .map(folder => ({
        folder,
        manifest: readJson(join(folder, 'package.json')),
      }))
      .filter(({ manifest }) => manifest),
  );
}

/** A package and all workspace packages that it is built from, sorted by folder. */
export function closureOf(name, all) {
  const byName = new Map(all.map(each => [each.manifest.name, each]));
  const found = new Set();
  const visit = each => {
    if (found.has(each)) return;
    found.add(each);
    for (const dependency of Object.keys(each.manifest.dependencies ?? {})) {
      if (byName.has(dependency)) visit(byName.get(dependency));
    }
  };
  visit(byName.get(name));
  return [...found].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}
