import type { TreeIndex } from '../services/TreeIndex';
import { component, group, indexOf } from '../__testUtils__/records';
import { measureRoutes } from './measureRoutes';

const index = indexOf(
  [
    group('company'),
    group('a', { parent: 'company' }),
    group('b', { parent: 'company' }),
  ],
  [],
  [
    component('x', {
      owner: 'a',
      system: 'a',
      lifecycle: 'production',
      docs: 'component:default/x',
    }),
    component('y', { owner: 'b' }),
  ],
);
const routes = measureRoutes({
  index: { get: async () => index } as TreeIndex,
  now: () => new Date('2026-11-28T23:00:00Z'),
});

const ask = async (query: object, measure = 'coverage') =>
  routes.measure({
    params: { measure },
    query: { from: '2026-11-01', to: '2026-11-28', ...query },
    body: undefined,
    credentials: undefined as never,
  });

describe('the measures of org-model', () => {
  it('count described components of each group, for today', async () => {
    const day = '2026-11-28';
    expect(await ask({})).toEqual({
      rows: [
        { group: 'group:default/a', day, numerator: 1, denominator: 1 },
        { group: 'group:default/b', day, numerator: 0, denominator: 1 },
      ],
    });
  });

  it('are of a group and what is below it when one is named', async () => {
    const rows = async (name: string) => {
      const answer = await ask({ group: name });
      return 'rows' in answer && answer.rows.map(row => row.group);
    };
    expect(await rows('b')).toEqual(['group:default/b']);
    expect(await rows('company')).toHaveLength(2);
    await expect(ask({ group: 'gone' })).rejects.toThrow('has no group "gone"');
  });

  it.each([
    { from: '2026-11-01', to: '2026-11-27' },
    { from: '2026-11-29', to: '2026-11-30' },
  ])('know nothing of other days: %j', async period => {
    expect(await ask(period)).toEqual({ rows: [] });
  });

  it('refuse what they do not know', async () => {
    await expect(ask({}, 'speed')).rejects.toThrow(
      'org-model does not measure "speed"',
    );
    await expect(ask({ severity: '1' })).rejects.toThrow(
      'has no dimension "severity"',
    );
  });
});
