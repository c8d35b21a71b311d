import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { toPathTask } from './tasks';

function task(spec: object): ScaffolderTask {
  return {
    id: '1',
    status: 'completed',
    createdAt: '2026-11-28T12:00:00Z',
    spec: { parameters: {}, ...spec } as ScaffolderTask['spec'],
  };
}

describe('a task in a list', () => {
  it.each([
    [{ name: 'shop' }, 'shop'],
    [{ component: 'component:default/shop' }, 'shop'],
    [{ component: 'component:apps/shop' }, 'apps/shop'],
    [{}, 'without a name'],
  ])('is called after what it makes or changes: %j', (parameters, subject) => {
    expect(toPathTask(task({ parameters })).subject).toBe(subject);
  });

  it('names the golden path and who took it by their titles, or else as it can', () => {
    const entityRef = 'template:default/node-service';
    const metadata = { name: 'node-service', title: 'Node service' };
    const ref = 'user:default/engineer-b-1';
    const person = {
      metadata: { name: 'engineer-b-1' },
      spec: { profile: { displayName: 'Engineer, B-1' } },
    };
    const told = (spec: object) => {
      const { path, by } = toPathTask(task(spec));
      return [path, by?.title];
    };
    expect(
      told({
        templateInfo: { entityRef, entity: { metadata } },
        user: { ref, entity: person },
      }),
    ).toEqual(['Node service', 'Engineer, B-1']);
    expect(told({ templateInfo: { entityRef }, user: { ref } })).toEqual([
      entityRef,
      ref,
    ]);
    expect(told({})).toEqual(['without a template', undefined]);
  });
});
