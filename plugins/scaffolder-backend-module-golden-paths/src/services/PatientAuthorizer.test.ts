import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import { OrgTree } from '@squadron/plugin-org-model-common';
import { PatientAuthorizer } from './PatientAuthorizer';

const start = Date.parse('2026-11-28T12:00:00Z');
const group = {
  ref: 'group:default/squad-b-1',
  name: 'squad-b-1',
  type: 'squad',
  title: 'B-1',
  lifecycle: 'active' as const,
  roles: [],
  onCall: false,
};

/** The organization and the policy as they are so many seconds after the portal's start. */
interface Portal {
  mayAfter: number;
  readAfter: number;
  groups?: (typeof group)[];
}

function setup({ mayAfter, readAfter, groups = [group] }: Portal) {
  const clock = { second: 0 };
  const waits: number[] = [];
  const projects = new PatientAuthorizer({
    permissions: {
      authorize: async () => [
        {
          result:
            clock.second >= mayAfter
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        },
      ],
    },
    orgModel: {
      async tree() {
        if (clock.second < readAfter) throw new Error('Not read yet');
        const at = new Date(start + readAfter * 1_000).toISOString();
        return new OrgTree({ at, groups, people: [] });
      },
    },
    now: () => new Date(start + clock.second * 1_000),
    wait: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      clock.second += ms / 1_000;
    },
  });
  const ask = (signal?: AbortSignal) =>
    projects.require(
      goldenPathsProjectCreatePermission,
      mockCredentials.user(),
      group.ref,
      signal,
    );
  return { ask, clock, waits };
}

describe('who may make a project', () => {
  it('is told at once when they may', async () => {
    const { ask, waits } = setup({ mayAfter: 0, readAfter: 0 });
    await ask();
    expect(waits).toEqual([]);
  });

  it('is refused at once when the tree has been the same for a while', async () => {
    const { ask, clock, waits } = setup({ mayAfter: Infinity, readAfter: 0 });
    clock.second = 31;
    await expect(ask()).rejects.toThrow(
      'This needs the permission "golden-paths.project.create" for group:default/squad-b-1: ask somebody of that group or a lead above it',
    );
    expect(waits).toEqual([]);
  });

  it.each([
    ['nothing was read yet', { mayAfter: 20, readAfter: 10 }],
    ['they are not in the tree yet', { mayAfter: 20, readAfter: 0 }],
  ])('waits in the first minute while %s', async (_, portal) => {
    const { ask, clock } = setup(portal);
    await ask();
    expect(clock.second).toBe(20);
  });

  it('does not wait in a portal that has run for long, whatever has changed', async () => {
    const { ask, clock, waits } = setup({ mayAfter: Infinity, readAfter: 400 });
    clock.second = 401;
    await expect(ask()).rejects.toThrow('This needs the permission');
    expect(waits).toEqual([]);
  });

  it.each([
    ['not read', { mayAfter: Infinity, readAfter: Infinity }],
    ['empty', { mayAfter: Infinity, readAfter: 0, groups: [] }],
  ])(
    'is told to try again after a minute of a tree that is %s',
    async (_, portal) => {
      const { ask, clock } = setup(portal);
      await expect(ask()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('try again in a minute'),
      });
      expect(clock.second).toBe(60);
    },
  );

  it('waits no longer than its task', async () => {
    const { ask } = setup({ mayAfter: 20, readAfter: 10 });
    const abort = new AbortController();
    abort.abort(new Error('cancelled'));
    await expect(ask(abort.signal)).rejects.toThrow('cancelled');
  });
});
