import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { CompiledEntity } from '@squadron/plugin-org-model-node';
import { withSites } from './withSites';

function compiled(kind: string, name: string, spec: JsonObject = {}) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  };
  return { entity, place: { file: 'org.yaml', line: 1, column: 1 } };
}

const unit = { type: 'unit', code: 'U-R1', parent: 'group:default/squad-a-1' };
const entities: CompiledEntity[] = [
  compiled('Group', 'squad-a-1', { type: 'squad' }),
  compiled('System', 'squad-a-1'),
  compiled('Group', 'unit-a-1-u-r1', unit),
  compiled('System', 'unit-a-1-u-r1'),
  compiled('Component', 'unit-a-1-u-r1'),
  compiled('Group', 'squad-a-2', { type: 'squad' }),
  compiled('System', 'squad-a-2'),
  compiled('Group', 'unit-a-2-u-r1', {
    ...unit,
    parent: 'group:default/squad-a-2',
  }),
  compiled('User', 'squad-a-1'),
];

const org = { entities, problems: [], hash: 'of the files' };

describe('withSites', () => {
  const directory = createMockDirectory({
    content: {
      'squads/squad-a-1/mkdocs.yml': '',
      'squads/squad-a-2/docs/index.md': '',
      'squads/README.md': '',
    },
  });

  async function annotations(folder = 'squads') {
    const result = await withSites(org, directory.resolve(folder));
    return result.entities.flatMap(({ entity: { kind, metadata } }) =>
      metadata.annotations
        ? [[`${kind} ${metadata.name}`, metadata.annotations]]
        : [],
    );
  }

  it('gives the site to the System and shows it on what belongs to it, a unit at its section', async () => {
    const shown = {
      'backstage.io/techdocs-entity': 'system:default/squad-a-1',
    };
    const section = {
      ...shown,
      'backstage.io/techdocs-entity-path': '/#u-r1',
    };
    expect(await annotations()).toEqual([
      ['Group squad-a-1', shown],
      [
        'System squad-a-1',
        {
          'backstage.io/techdocs-ref': 'dir:.',
          'backstage.io/source-location': `file:${directory.resolve('squads/squad-a-1/mkdocs.yml')}`,
        },
      ],
      ['Group unit-a-1-u-r1', section],
      ['System unit-a-1-u-r1', section],
      ['Component unit-a-1-u-r1', section],
    ]);
  });

  it('tells an organization with a site from the same without', async () => {
    const hashOf = async (folder: string) =>
      (await withSites(org, directory.resolve(folder))).hash;
    expect(await hashOf('squads')).not.toBe(await hashOf('nowhere'));
    expect(await hashOf('nowhere')).toBe(await hashOf('squads/squad-a-2'));
  });

  it('leaves everything as it is where there are no sites', async () => {
    expect(await annotations('nowhere')).toEqual([]);
  });
});
