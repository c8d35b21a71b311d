import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  census,
  damaged,
  installRelevant,
  installedLocations,
} from './install.mjs';

const base = mkdtempSync(join(tmpdir(), 'squadron-install-test-'));
after(() => rmSync(base, { recursive: true }));

function givenPackage(name) {
  const location = join('node_modules', name);
  mkdirSync(join(base, location, 'dist'), { recursive: true });
  writeFileSync(join(base, location, 'package.json'), '{}');
  return location;
}

test('the locations come from the state that yarn keeps', () => {
  const state = [
    '"react@npm:18.3.1":',
    '  locations:',
    '    - "node_modules/react"',
    '    - "node_modules/a/node_modules/react"',
    '"root@workspace:.":',
    '  locations:',
    '    - ""',
  ].join('\n');
  assert.deepEqual(installedLocations(state), [
    'node_modules/react',
    'node_modules/a/node_modules/react',
  ]);
});

test('an untouched install is not damaged', () => {
  const location = givenPackage('whole');
  const before = census(base, [location]);
  assert.deepEqual(damaged(before, census(base, [location])), []);
});

test('a package that lost a folder, its manifest or everything is damaged', () => {
  const [folder, manifest, all] = ['folder', 'manifest', 'all'].map(
    givenPackage,
  );
  const locations = [folder, manifest, all];
  const before = census(base, locations);
  rmSync(join(base, folder, 'dist'), { recursive: true });
  rmSync(join(base, manifest, 'package.json'));
  rmSync(join(base, all), { recursive: true });
  assert.deepEqual(damaged(before, census(base, locations)), locations);
});

test('a package of this repository may lose files', () => {
  const target = givenPackage('linked');
  const link = join('node_modules', 'link');
  symlinkSync(join(base, target), join(base, link));
  const before = census(base, [link]);
  rmSync(join(base, target, 'dist'), { recursive: true });
  assert.deepEqual(damaged(before, census(base, [link])), []);
});

test('a new script does not ask for an install, a new dependency does', () => {
  const manifest = { name: 'a', dependencies: { b: '1' }, scripts: {} };
  const relevant = JSON.stringify(installRelevant(manifest));
  const withScript = { ...manifest, scripts: { c: 'd' } };
  const withDependency = { ...manifest, dependencies: { b: '1', e: '2' } };
  assert.equal(JSON.stringify(installRelevant(withScript)), relevant);
  assert.notEqual(JSON.stringify(installRelevant(withDependency)), relevant);
});
