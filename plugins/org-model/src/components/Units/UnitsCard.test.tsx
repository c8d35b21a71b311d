import { screen } from '@testing-library/react';
import { aGroupAnswer } from '../../__testUtils__/groupAnswer';
import {
  anEntity,
  renderPortal,
  setupPortal,
} from '../../__testUtils__/portal';
import { UnitsCard } from './UnitsCard';

const portal = setupPortal();

it('lists the units with their missions and marks planned ones', async () => {
  portal.answer({ 'GET /groups/group/default/squad-b-1': aGroupAnswer() });
  await renderPortal(<UnitsCard />, { entity: anEntity() });
  expect(
    await screen.findByRole('heading', { name: 'Units' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'U-K8S Clusters' })).toHaveAttribute(
    'href',
    '/catalog/default/group/unit-b-1-u-k8s',
  );
  expect(screen.getByText('Clusters without toil')).toBeInTheDocument();
  expect(screen.getByText('planned')).toBeInTheDocument();
});
