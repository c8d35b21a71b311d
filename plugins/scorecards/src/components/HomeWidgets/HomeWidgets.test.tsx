import { screen } from '@testing-library/react';
import { aCell } from '../../__testUtils__/cells';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { TargetsMissed, WaiversToDecide } from '.';

const portal = setupPortal();
const group = {
  ref: 'group:default/squad-b-1',
  name: 'squad-b-1',
  type: 'squad',
  title: 'B-1 Compute Platform',
  lifecycle: 'active',
  rollUp: {
    descendants: 0,
    people: { direct: 3, total: 3 },
    systems: { direct: 1, total: 1 },
  },
  leads: true,
};

function inGroups(groups: object[]) {
  portal.answer({
    'GET org-model/people/me': { groups, roles: [], attention: [] },
  });
}

describe('TargetsMissed', () => {
  it("asks for the reader's groups and leads to the trend", async () => {
    const asked: string[] = [];
    inGroups([group]);
    portal.answer({
      'GET scorecards/entities': async ({ url }) => {
        asked.push(new URL(url).search);
        const items = [aCell({ status: 'missed', text: '99.2 %' })];
        return { items, total: 9 };
      },
    });
    await renderPortal(<TargetsMissed />);
    expect(
      await screen.findByRole('link', { name: 'API uptime' }),
    ).toHaveAttribute(
      'href',
      '/scorecards/kpis/b-1-api-uptime?entity=squad-b-1',
    );
    expect(screen.getByText('99.2 %, missed')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All 9 of them' }),
    ).toBeInTheDocument();
    expect(asked).toEqual([
      '?root=group%3Adefault%2Fsquad-b-1&status=missed&status=at_risk&status=error&status=stale&status=no_data&waived=false&limit=6',
    ]);
  });

  it('asks for all of them, however many', async () => {
    const groups = Array.from({ length: 200 }, (_, at) => ({
      ...group,
      ref: `group:default/squad-${at}`,
    }));
    const asked: string[][] = [];
    inGroups(groups);
    portal.answer({
      'GET scorecards/entities': async ({ url }) => {
        asked.push(new URL(url).searchParams.getAll('root'));
        return { items: [], total: 0 };
      },
    });
    await renderPortal(<TargetsMissed />);
    await screen.findByText('Your groups meet every target');
    expect(asked).toEqual([groups.map(({ ref }) => ref)]);
  });

  it('is content only when every target is measured and met', async () => {
    inGroups([group]);
    portal.answer({ 'GET scorecards/entities': { items: [], total: 0 } });
    await renderPortal(<TargetsMissed />);
    expect(
      await screen.findByText('Your groups meet every target'),
    ).toBeInTheDocument();
  });

  it('promises nothing to who is in no group', async () => {
    inGroups([]);
    await renderPortal(<TargetsMissed />);
    expect(
      await screen.findByText(/You are in no group yet/),
    ).toBeInTheDocument();
  });
});

describe('WaiversToDecide', () => {
  const tile = <WaiversToDecide title="Waivers to decide" />;

  it('says to who leads that nothing waits', async () => {
    inGroups([group]);
    portal.answer({ 'GET scorecards/waivers': { items: [] } });
    await renderPortal(tile);
    expect(
      await screen.findByRole('region', { name: 'Waivers to decide' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('No waiver waits for you'),
    ).toBeInTheDocument();
  });

  it('is absent for who leads no group', async () => {
    inGroups([{ ...group, leads: false }]);
    portal.answer({ 'GET scorecards/entities': { items: [], total: 0 } });
    await renderPortal(
      <>
        <TargetsMissed />
        {tile}
      </>,
    );
    await screen.findByText('Your groups meet every target');
    expect(screen.queryByText('Waivers to decide')).not.toBeInTheDocument();
  });
});
