import { PreparedAnswer } from '@squadron/backend-kit';
import { group, indexOf } from '../__testUtils__/records';
import type { OrgIndex } from '../domain/OrgIndex';
import type { DefinitionsStatusReader } from '../services/DefinitionsStatusReader';
import type { TreeIndex } from '../services/TreeIndex';
import { healthRoutes } from './healthRoutes';

/** What a monitor is answered. */
async function ask(index: OrgIndex | undefined) {
  const { health } = healthRoutes({
    index: { peek: () => index, status: () => ({}) } as TreeIndex,
    definitions: {
      get: async () => ({ status: 'ok', problems: [] }),
    } as Partial<DefinitionsStatusReader> as DefinitionsStatusReader,
  });
  const answer = await health({
    params: {},
    query: {},
    body: undefined,
    credentials: undefined,
  });
  if (!(answer instanceof PreparedAnswer)) return { status: 200, body: answer };
  const response = {
    status: jest.fn().mockReturnThis(),
    set: jest.fn().mockReturnThis(),
    vary: jest.fn(),
    send: jest.fn(),
  };
  const [req, res] = [
    { acceptsEncodings: () => false },
    response,
  ] as unknown as Parameters<PreparedAnswer['send']>;
  await answer.send(req, res);
  const [[status], [text]] = [
    response.status.mock.calls[0],
    response.send.mock.calls[0],
  ];
  return { status, body: JSON.parse(text) };
}

describe('health', () => {
  it('is 503 until the tree has been read once', async () => {
    const { status, body } = await ask(undefined);
    expect([status, body]).toEqual([503, { status: 'starting', groups: 0 }]);
  });

  it('is 200 from then on', async () => {
    const { status, body } = await ask(indexOf([group('a')]));
    expect([status, body]).toEqual([200, { status: 'ok', groups: 1 }]);
  });
});
