import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBuilt, topLevelSection } from './webApp.mjs';
import { closureOf } from './workspaces.mjs';

const config = [
  'app:',
  '  title: Portal',
  '',
  '  # a comment',
  '  packages: all',
  'backend:',
  '  port: 1',
].join('\n');

test('only the app section of the configuration belongs to the build', () => {
  const other = config.replace('port: 1', 'port: 2');
  const title = config.replace('Portal', 'Other');
  assert.match(topLevelSection(config, 'app'), /packages: all/);
  assert.equal(topLevelSection(other, 'app'), topLevelSection(config, 'app'));
  assert.notEqual(
    topLevelSection(title, 'app'),
    topLevelSection(config, 'app'),
  );
});

test('a section that is last or absent is read as it is', () => {
  assert.equal(topLevelSection(config, 'backend'), 'backend:\n  port: 1');
  assert.equal(topLevelSection(config, 'proxy'), '');
});

test('tests are not part of the web app', () => {
  const files = ['src/App.tsx', 'src/App.test.tsx', 'src/setupTests.ts'];
  assert.deepEqual(files.filter(isBuilt), ['src/App.tsx']);
});

test('the web app is built from its workspace packages, whatever their order', () => {
  const given = (name, dependencies) => ({
    folder: name,
    manifest: {
      name,
      dependencies: Object.fromEntries(dependencies.map(each => [each, '*'])),
    },
  });
  const all = [
    given('app', ['ui', 'react']),
    given('backend', ['app']),
    given('contract', []),
    given('ui', ['contract', 'app']),
  ];
  assert.deepEqual(
    closureOf('app', all).map(({ folder }) => folder),
    ['app', 'contract', 'ui'],
  );
});
