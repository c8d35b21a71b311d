import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { readOrgModelConfig } from './config';

function read(orgModel?: Record<string, unknown>) {
  const catalog = orgModel ? { orgModel } : {};
  return readOrgModelConfig(
    mockServices.rootConfig({ data: { catalog } as never }),
  );
}

describe('readOrgModelConfig', () => {
  it('is nothing when the catalog is filled in another way', () => {
    expect(read()).toBeUndefined();
  });

  it('has defaults, and calls the folder as the repository does', () => {
    expect(read({ directory: '../../catalog-info/org' })).toEqual({
      folders: [
        {
          directory: resolve('../../catalog-info/org'),
          label: 'catalog-info/org/',
        },
      ],
      frequency: { minutes: 5 },
      maxDeletedPercent: 10,
    });
  });

  it('takes several folders and other limits', () => {
    expect(
      read({
        directory: ['./here/', '/srv/org'],
        frequency: '30s',
        maxDeletedPercent: 100,
      }),
    ).toEqual({
      folders: [
        { directory: resolve('here'), label: 'here/' },
        { directory: '/srv/org', label: 'org/' },
      ],
      frequency: { seconds: 30 },
      maxDeletedPercent: 100,
    });
  });

  it('knows where the docs of squads are, and whose docs the others show', () => {
    expect(
      read({
        directory: 'x',
        docsDirectory: 'docs/squads',
        docsFallback: 'Component:handbook',
      }),
    ).toMatchObject({
      docsDirectory: resolve('docs/squads'),
      docsFallback: 'component:default/handbook',
    });
  });

  it('says what is wrong', () => {
    expect(() => read({ directory: 'x', docsFallback: 'handbook' })).toThrow(
      'catalog.orgModel.docsFallback is "handbook": write an entity with its kind',
    );
    expect(() => read({ directory: 'x', maxDeletedPercent: 101 })).toThrow(
      'catalog.orgModel.maxDeletedPercent is 101: write a number from 0 to 100',
    );
    expect(() => read({})).toThrow(/catalog.orgModel.directory/);
  });
});
