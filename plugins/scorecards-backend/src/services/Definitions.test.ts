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

  beforeEach(() => {
    jest.clearAllMocks();
    files = { kpis: [kpi('a')], problems: [] };
  });

  it('answers the same object while the files say the same', async () => {
    const definitions = create();
    const first = await definitions.get();
    files = { kpis: [kpi('a')], problems: [] };
    time += 2_001;
    expect(await definitions.get()).toBe(first);
    files = { kpis: [kpi('a'), kpi('b')], problems: [] };
    time += 2_001;
    expect([...(await definitions.get()).byId.keys()]).toEqual(['a', 'b']);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('says where the fault is when there never was a good file', async () => {
    files = { kpis: [], problems: [bad] };
    await expect(create().get()).rejects.toThrow(
      'The KPIs could not be read yet: kpis.yaml',
    );
  });
});
