import {
  ServiceFactoryTester,
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { goldenPathsProjectCreatePermission } from '@squadron/plugin-golden-paths-common';
import { startHost } from '../__testUtils__/host';
import { runAction } from '../__testUtils__/runAction';
import { isOwnDefinition } from './ownDefinition';

// Each step starts git some times, which takes long on a busy machine.
jest.setTimeout(60_000);

const entityRef = 'component:default/shop';
const component = `kind: Component
metadata: { name: shop }
spec: { owner: squad-b-1 }
`;

describe.each(['github', 'gitlab'] as const)('a definition on %s', kind => {
  const workspace = createMockDirectory();
  let started: Awaited<ReturnType<typeof startHost>>;
  beforeEach(async () => {
    started = await startHost(kind);
  });
  afterEach(() => started.server.stop());

  const anybody = { require: async () => {} };

  async function publish(text: string): Promise<string> {
    workspace.setContent({ 'catalog-info.yaml': text });
    const host = started.open();
    const action = started.publishOn(host);
    const owner = 'group:default/squad-b-1';
    const input = { name: 'shop', owner, message: 'Create' };
    await runAction(action, input, { workspacePath: workspace.path });
    return host.definition('shop');
  }

  async function ask(
    target: string,
    projects: Parameters<typeof isOwnDefinition>[0]['projects'] = anybody,
  ) {
    const { data, open } = started;
    const reader = await ServiceFactoryTester.from(
      mockServices.urlReader.factory(),
      {
        dependencies: [mockServices.rootConfig.factory({ data: { ...data } })],
      },
    ).getSubject();
    return isOwnDefinition(
      {
        git: undefined,
        gitHost: open(),
        projects,
        reader,
      },
      { target, entityRef, task: 'task-1', person: mockCredentials.user() },
    );
  }

  it('is registered for whom may make something for the owner that it names', async () => {
    const asked: unknown[] = [];
    const projects = {
      require: async (...question: unknown[]) => {
        asked.push(question.slice(0, 3));
      },
    };
    expect(await ask(await publish(component), projects)).toBe(true);
    expect(asked).toEqual([
      [
        goldenPathsProjectCreatePermission,
        mockCredentials.user(),
        'group:default/squad-b-1',
      ],
    ]);
  });

  it('is not registered for anybody else', async () => {
    const projects = {
      require: async () => {
        throw new NotAllowedError('ask somebody of that group');
      },
    };
    await expect(ask(await publish(component), projects)).rejects.toThrow(
      'ask somebody of that group',
    );
  });

  it.each([
    ['something else', `${component}---\nkind: Group\n`, 'nothing else'],
    ['no owner', component.replace(/spec.*/, ''), 'names no owner'],
  ])('is refused with %s', async (_, text, message) => {
    await expect(ask(await publish(text))).rejects.toThrow(message);
  });

  it('is none outside the repositories of the owner', async () => {
    const other = started.open().definition('shop').replace('acme', 'other');
    expect(await ask(other)).toBe(false);
    expect(started.server.requests).toEqual([]);
  });
});
