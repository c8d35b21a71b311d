import { mockServices } from '@backstage/backend-test-utils';
import type { LastGoodStatus } from '@squadron/backend-kit';
import { DefinitionsStatusReader } from './DefinitionsStatusReader';

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status });

describe('DefinitionsStatusReader', () => {
  const fetched = jest.spyOn(global, 'fetch');
  let checklists: LastGoodStatus;
  const createReader = () =>
    new DefinitionsStatusReader({
      auth: mockServices.auth({ pluginId: 'org-model' }),
      discovery: mockServices.discovery(),
      onboarding: { status: async () => checklists },
    });

  beforeEach(() => {
    checklists = { status: 'ok', problems: [] };
  });
  afterAll(() => fetched.mockRestore());

  it('tells what the catalog says, asked once for some seconds', async () => {
    const status = {
      status: 'stale',
      entities: 705,
      problems: [
        { severity: 'error', file: 'company.yaml', line: 3, message: 'x' },
      ],
    };
    fetched.mockImplementation(async () => json(status));
    const reader = createReader();
    expect(await reader.get()).toEqual(status);
    expect(await reader.get()).toEqual(status);
    expect(fetched).toHaveBeenCalledTimes(1);
    const [url, init] = fetched.mock.calls[0];
    expect(String(url)).toMatch(/\/api\/catalog\/org-model\/status$/);
    expect(init?.headers).toMatchObject({
      Authorization: expect.stringMatching(/^Bearer mock-service-token/),
    });
  });

  it('tells of checklists that are bad while the organization is good', async () => {
    fetched.mockImplementation(async () =>
      json({ status: 'ok', problems: [] }),
    );
    const problem = { severity: 'error' as const, message: 'y' };
    checklists = { status: 'stale', problems: [problem] };
    expect(await createReader().get()).toEqual({
      status: 'stale',
      problems: [problem],
    });
  });

  it('finds nothing wrong where there are no files to watch', async () => {
    fetched.mockImplementation(async () => json({}, 404));
    expect(await createReader().get()).toEqual({
      status: 'empty',
      problems: [],
    });
  });

  it.each([
    ['is down', async () => Promise.reject(new Error('refused')), 'refused'],
    ['fails', async () => json({}, 500), '500'],
    ['answers something else', async () => json({ status: 3 }), 'status'],
  ])('tells that the catalog %s', async (_, answer, detail) => {
    fetched.mockImplementation(answer);
    const { status, problems } = await createReader().get();
    expect(status).toBe('stale');
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message: 'The catalog does not say how the definitions are',
        fix: expect.stringContaining(detail),
      },
    ]);
  });
});
