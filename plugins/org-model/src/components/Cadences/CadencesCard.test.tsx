import { screen } from '@testing-library/react';
import { DateTime } from 'luxon';
import { aCadence, anOccurrence } from '../../__testUtils__/cadences';
import { aGroupAnswer } from '../../__testUtils__/groupAnswer';
import {
  anEntity,
  renderPortal,
  setupPortal,
} from '../../__testUtils__/portal';
import { CadencesCard } from './CadencesCard';

const portal = setupPortal();
const own = aCadence();
const below = aCadence({ group: 'group:default/unit-b-1-u-k8s' });

function answer(cadences: (typeof own)[]) {
  const day = DateTime.local().plus({ days: 3 }).toISODate()!;
  portal.answer({
    'GET /groups/group/default/squad-b-1': aGroupAnswer({
      cadences: cadences.includes(own) ? [own] : [],
    }),
    'GET /rhythm': {
      cadences,
      occurrences: [anOccurrence(day, { cadence: own.key })],
    },
  });
  return DateTime.fromISO(day).setLocale('en').toFormat('ccc d LLL yyyy');
}

describe('CadencesCard', () => {
  it('shows the rule in words and the next date, and leads to the year', async () => {
    const next = answer([own, below]);
    await renderPortal(<CadencesCard />, { entity: anEntity() });
    expect(
      await screen.findByText('every 2 weeks on Tuesday at 10:00'),
    ).toBeInTheDocument();
    expect(screen.getByText(`Next ${next}, all day`)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'The year, with 1 below' }),
    ).toHaveAttribute('href', '/rhythm?scope=squad-b-1');
  });

  it('says that only the groups below have some', async () => {
    answer([below]);
    await renderPortal(<CadencesCard />, { entity: anEntity() });
    expect(
      await screen.findByText(
        'It has none of its own; the groups below it have 1.',
      ),
    ).toBeInTheDocument();
  });
});
