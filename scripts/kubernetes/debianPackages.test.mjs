import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSourcePackages } from './debianPackages.mjs';

test('source packages are switched on in both styles of package sources', () => {
  const lines = [
    '# deb http://old.example.org/debian bullseye main',
    'deb [signed-by=/keys/debian.gpg] http://example.org/debian bookworm main',
    'deb-src http://example.org/debian bookworm main',
  ].join('\n');
  assert.equal(
    withSourcePackages(lines, 'list'),
    [
      'deb [signed-by=/keys/debian.gpg] http://example.org/debian bookworm main',
      'deb-src [signed-by=/keys/debian.gpg] http://example.org/debian bookworm main',
    ].join('\n'),
  );
  const fields = 'Types: deb\nURIs: http://example.org/debian\n\nTypes: deb\n';
  assert.equal(
    withSourcePackages(fields, 'sources'),
    'Types: deb deb-src\nURIs: http://example.org/debian\n\nTypes: deb deb-src\n',
  );
});
