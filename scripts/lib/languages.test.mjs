import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { requireLanguages } from './languages.mjs';

describe('the languages of golden paths', () => {
  const folder = mkdtempSync(join(tmpdir(), 'squadron-languages-'));
  const path = ['/nowhere', folder].join(delimiter);
  after(() => rmSync(folder, { recursive: true }));

  it('have to be there, or the failure names the package', () => {
    for (const name of ['go', 'gofmt']) {
      writeFileSync(join(folder, name), '', { mode: 0o755 });
    }
    writeFileSync(join(folder, 'python3'), '', { mode: 0o644 });
    assert.throws(() => requireLanguages(path), {
      name: 'Failure',
      message: /python3 is not on the PATH: .*apt-get install python3/,
    });
    rmSync(join(folder, 'python3'));
    writeFileSync(join(folder, 'python3'), '', { mode: 0o755 });
    requireLanguages(path);
  });
});
