import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { GitStore } from '@squadron/plugin-git-node';
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

/** The same on the host that the portal publishes to, as a component and repository of this name. */
export async function publishProject(
  portal: Portal,
  name: string,
): Promise<void> {
  const host = portal.host();
  await makeProject(portal);
  await host.make(name);
  const from = `--git-dir=${portal.store.path('shop')}`;
  const branches = ['main', 'template'];
  execFileSync('git', [from, 'push', '-q', host.path(name), ...branches]);
  const component = componentEntity(portal, { name });
  const middle = 'baseUrl' in host.integration ? '/-' : '';
  component.metadata.annotations = {
    'backstage.io/managed-by-location': `url:${host.url}/${host.owner}/${name}${middle}/blob/main/catalog-info.yaml`,
  };
  portal.entities.set(stringifyEntityRef(component), component);
}

/** The repositories of the host as it has them. */
export function storeOfHost(portal: Portal): GitStore {
  return new GitStore({ directory: dirname(portal.host().path('any')) });
}

/** What people make of it: files are added or replaced on main. */
export async function editMain(
  portal: Portal,
  files: Parameters<Portal['files']['addContent']>[0],
  { store = portal.store, name = 'shop' } = {},
): Promise<string> {
  portal.files.addContent(files);
  return store.write(name, {
    directory: portal.files.path,
    branch: 'main',
    parent: await store.commitOf(name, 'main'),
    commit,
  });
}
