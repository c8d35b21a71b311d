import { screen } from '@testing-library/react';
import {
  anEntity,
  renderPortal,
  setupPortal,
} from '../../__testUtils__/portal';
import { PersonCard } from './PersonCard';

setupPortal();

it('tells a person by user name, and the role that only the title says', async () => {
  await renderPortal(<PersonCard />, {
    entity: anEntity({
      kind: 'User',
      metadata: { name: 'engineer-b-1-2' },
      spec: { profile: { displayName: 'Engineer, B-1' }, memberOf: [] },
    }),
  });
  expect(await screen.findByText('engineer-b-1-2')).toBeInTheDocument();
  expect(screen.getByText('Engineer')).toBeInTheDocument();
});
