import { readFile, writeFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { contractToOpenApi } from '@squadron/backend-kit';
import { goldenPathsContract } from '@squadron/plugin-golden-paths-common';

const file = resolvePackagePath(
  '@squadron/plugin-golden-paths-common',
  'openapi.json',
);

describe('openapi.json', () => {
  it('says what the contract says; UPDATE_OPENAPI=1 with this test writes it', async () => {
    const text = `${JSON.stringify(contractToOpenApi(goldenPathsContract), undefined, 2)}\n`;
    if (process.env.UPDATE_OPENAPI) await writeFile(file, text);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(text));
  });
});
