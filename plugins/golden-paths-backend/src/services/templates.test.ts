import { readFile, readdir } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  type Entity,
  ANNOTATION_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parse } from 'yaml';
import { setupPortal } from '../__testUtils__/portal';
import { componentEntity } from '../__testUtils__/project';

// A backend starts with the scaffolder, and renders every golden path with every fixture.
jest.setTimeout(120_000);

const root = resolvePackagePath(
  '@squadron/plugin-golden-paths-backend',
  '../../templates',
);

async function readYaml(path: string) {
  return parse(await readFile(`${root}/${path}`, 'utf8'));
}

/** A golden path of the repository as the catalog has it. */
async function readTemplate(id: string): Promise<Entity> {
  const template: Entity = await readYaml(`${id}/template.yaml`);
  template.metadata.namespace = 'default';
  template.metadata.annotations![ANNOTATION_LOCATION] =
    `file:${root}/${id}/template.yaml`;
  return template;
}

describe('the golden paths of the repository', () => {
  const portal = setupPortal();

  it('can be previewed, with whatever their forms are filled with', async () => {
    const shop = componentEntity(portal);
    portal.entities.set(stringifyEntityRef(shop), shop);
    const answers: unknown[] = [];
    for (const id of await readdir(root)) {
      const template = await readTemplate(id);
      if (template.spec!.type === 'day-two') continue;
      const ref = stringifyEntityRef(template);
      portal.entities.set(ref, template);
      for (const fixture of await readdir(`${root}/${id}/fixtures`)) {
        const values = await readYaml(`${id}/fixtures/${fixture}`);
        const body = { template: ref, values };
        const answer = await portal.send('post', '/previews', body);
        const paths = answer.body.files?.map(
          ({ path }: { path: string }) => path,
        );
        answers.push([id, fixture, answer.body.error?.message, paths]);
      }
    }
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).toEqual(
      answers.map(() => [
        expect.any(String),
        expect.any(String),
        undefined,
        expect.arrayContaining(['.squadron/golden-path.yaml']),
      ]),
    );
  });
});
