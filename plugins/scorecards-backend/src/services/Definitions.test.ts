import { mockServices } from '@backstage/backend-test-utils';
import type { DefinitionProblem } from '@squadron/backend-kit';
import type { Kpi } from '@squadron/plugin-scorecards-common';
import { kpi } from '../__testUtils__/kpi';
import { Definitions } from './Definitions';

describe('Definitions', () => {
  const logger = mockServices.logger.mock();
  const bad: DefinitionProblem = {
    severity: 'error',
    file: 'kpis.yaml',
    message: 'Nobody owns it',
  };
  let time = 0;
  let files: { kpis: Kpi[]; problems: DefinitionProblem[] };
  const load = jest.fn(async () => files);
  const create = () =>
    new Definitions({ load, logger, now: () => new Date(time) });
  const ids = async (definitions: Definitions) => [
    ...(await definitions.get()).byId.keys(),
  ];

  beforeEach(() => {
    jest.clearAllMocks();
    files = { kpis: [kpi('a')], problems: [] };
  });

  it('follows the files, and keeps the last good ones while they are bad', async () => {
    const definitions = create();
    expect(await ids(definitions)).toEqual(['a']);
    files = { kpis: [], problems: [bad] };
    time += 2_001;
    expect(await ids(definitions)).toEqual(['a']);
    expect(await definitions.status()).toMatchObject({
      status: 'stale',
      problems: [bad],
    });
    files = { kpis: [kpi('a'), kpi('b')], problems: [] };
    time += 2_001;
    expect(await ids(definitions)).toEqual(['a', 'b']);
    expect(logger.error.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining('Nobody owns it'),
      expect.stringContaining('stay as they last were good'),
    ]);
  });

  it('answers the same object while the files say the same', async () => {
    const definitions = create();
    const first = await definitions.get();
    files = { kpis: [kpi('a')], problems: [] };
    time += 2_001;
    expect(await definitions.get()).toBe(first);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('reads the files once for requests that come together', async () => {
    const definitions = create();
    await Promise.all([definitions.get(), definitions.status()]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says where the fault is when there never was a good file', async () => {
    files = { kpis: [], problems: [bad] };
    await expect(create().get()).rejects.toThrow(
      'The KPIs could not be read yet: kpis.yaml',
    );
  });
});
