import { chmod } from 'node:fs/promises';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { setupPortal } from './portal';
import { greeting, values } from './templates';

type Portal = ReturnType<typeof setupPortal>;

const commit = {
  message: 'Write',
  author: { name: 'B-1 Engineer', email: 'engineer-b-1@example.com' },
};

/** A component of a repository, as the catalog has it. */
export function componentEntity(
  portal: Portal,
  change: {
    name?: string;
    repository?: string;
    location?: string;
    ref?: string;
    path?: string;
    owner?: string;
  } = {},
): Entity {
  const { name = 'shop', repository = name, location = repository } = change;
  const { owner = 'group:default/squad-b-1' } = change;
  const address = portal.addresses.of({
    name: location,
    ref: change.ref ?? 'main',
    path: change.path ?? 'catalog-info.yaml',
  });
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name,
      annotations: {
        'golden-paths.squadron/repository': repository,
        'backstage.io/managed-by-location': `url:${address}`,
      },
    },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** What the golden path makes of its form now, published and in the catalog as the component `shop`. */
export async function makeProject(portal: Portal): Promise<void> {
  const answer = await portal.send('post', '/previews', {
    template: greeting,
    values,
  });
  const rendered: { path: string; text?: string }[] = answer.body.files;
  portal.files.setContent(
    Object.fromEntries(
      rendered.map(({ path, text }) => [path, text ?? Buffer.from([0x89, 0])]),
    ),
  );
  await chmod(portal.files.resolve('run.sh'), 0o755);
  await portal.store.create('shop', {
    directory: portal.files.path,
    branches: ['main', 'template'],
    creator: 'task-1',
    commit,
  });
  const component = componentEntity(portal);
  portal.entities.set(stringifyEntityRef(component), component);
}

/** What people make of it: files are added or replaced on main. */
export async function editMain(
  portal: Portal,
  files: Parameters<Portal['files']['addContent']>[0],
): Promise<string> {
  portal.files.addContent(files);
  return portal.store.write('shop', {
    directory: portal.files.path,
    branch: 'main',
    parent: await portal.store.commitOf('shop', 'main'),
    commit,
  });
}
