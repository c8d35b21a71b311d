import type { Scorecard } from '@squadron/plugin-scorecards-common';
import { screen } from '@testing-library/react';
import { aCell, aHealth } from '../../__testUtils__/cells';
import { refusal, renderPortal, setupPortal } from '../../__testUtils__/portal';
import { ScorecardCard, ScorecardContent } from '.';

const portal = setupPortal();
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'squad-b-1', namespace: 'default' },
  spec: { type: 'squad', children: [] },
};
const path = 'GET scorecards/scorecards/group/default/squad-b-1';
const scorecard: Scorecard = {
  ref: 'group:default/squad-b-1',
  title: 'B-1 Compute Platform',
  type: 'squad',
  depth: 3,
  at: '2026-11-28T08:00:00Z',
  health: aHealth({ met: 1, score: 1, coverage: 1 }),
  trend: [],
  categories: [],
  cells: [aCell()],
  rolledUp: [],
  below: [],
};

describe('ScorecardCard', () => {
  it('shows each KPI with its value and target', async () => {
    portal.answer({ [path]: scorecard });
    await renderPortal(<ScorecardCard />, { entity });
    expect(await screen.findByText('99.97 %')).toHaveAttribute(
      'title',
      '99.97 % meets ≥ 99.95%.',
    );
    expect(screen.getByText('≥ 99.95%')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '100 %' })).toHaveAttribute(
      'href',
      '/scorecards?scope=squad-b-1',
    );
  });
});

describe('ScorecardContent', () => {
  it('says how to begin where no KPI is defined', async () => {
    portal.answer({ [path]: { ...scorecard, health: aHealth(), cells: [] } });
    await renderPortal(<ScorecardContent />, { entity });
    expect(
      await screen.findByText('No KPI is defined here'),
    ).toBeInTheDocument();
  });

  it('shows what rolls up from the groups below', async () => {
    portal.answer({
      [path]: {
        ...scorecard,
        rolledUp: [
          {
            kpi: 'coverage',
            title: 'Catalog coverage',
            unit: '%',
            text: '97.2 %',
            value: 0.972,
            verdict: 'met',
            target: '>= 95%',
            entities: 41,
            fresh: 40,
          },
        ],
      },
    });
    await renderPortal(<ScorecardContent />, { entity });
    expect(
      await screen.findByRole('link', { name: 'Catalog coverage' }),
    ).toBeInTheDocument();
    expect(screen.getByText('40 of 41')).toBeInTheDocument();
  });

  it('shows the targets of the owner where nothing is measured of a component', async () => {
    portal.answer({
      [path]: scorecard,
      'GET scorecards/scorecards/component/default/shop': async () =>
        refusal(404, 'NotFoundError', 'shop has no scorecard'),
    });
    const component = {
      ...entity,
      kind: 'Component',
      metadata: { name: 'shop', namespace: 'default' },
      relations: [{ type: 'ownedBy', targetRef: scorecard.ref }],
    };
    await renderPortal(<ScorecardContent />, { entity: component });
    expect(
      await screen.findByText(/Nothing is measured of shop alone/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'B-1 Compute Platform' }),
    ).toHaveAttribute('href', '/catalog/default/group/squad-b-1');
  });

  it('says that the reader may not see it', async () => {
    portal.answer({
      [path]: async () => refusal(403, 'NotAllowedError', 'Ask your lead'),
    });
    await renderPortal(<ScorecardContent />, { entity });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});
