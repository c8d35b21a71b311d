import type { Campaign } from '@squadron/plugin-scorecards-common';
import { aCell } from '../../../__testUtils__/cells';
import { campaignChoices, campaignsAnswer } from './campaignView';

const campaign = (over: Partial<Campaign>) =>
  ({
    title: 'Patch faster',
    state: 'running',
    due: '2026-12-31',
    progress: 0.5,
    ...over,
  }) as Campaign;

describe('campaignsAnswer', () => {
  it.each([
    [[], 'No campaign runs.'],
    [[campaign({ state: 'closed' })], 'No campaign runs.'],
    [
      [campaign({})],
      '1 campaign runs; Patch faster is due on 2026-12-31, 50 % done.',
    ],
    [
      [campaign({}), campaign({ title: 'Sooner', due: '2026-12-01' })],
      '2 campaigns run; Sooner is due on 2026-12-01, 50 % done.',
    ],
  ])('of %j', (campaigns, answer) => {
    expect(campaignsAnswer(campaigns)).toBe(answer);
  });
});

describe('campaignChoices', () => {
  it('puts first what has most to do, and leaves out what has no target', () => {
    const choices = campaignChoices([
      aCell(),
      aCell({ kpi: 'lag', title: 'Firmware lag', status: 'missed' }),
      aCell({
        kpi: 'lag',
        title: 'Firmware lag',
        status: 'met',
        entity: 'group:default/b',
      }),
      aCell({ kpi: 'nps', target: undefined, status: 'tracked' }),
    ]);
    expect(choices).toEqual([
      { kpi: 'lag', title: 'Firmware lag', cells: 2, open: 1 },
      { kpi: 'b-1-api-uptime', title: 'API uptime', cells: 1, open: 0 },
    ]);
  });
});
