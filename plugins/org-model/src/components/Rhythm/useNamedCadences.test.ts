import { createGroupTree } from '@squadron/plugin-org-model-react';
import { aNode } from '../../__testUtils__/groupTree';
import { nameParticipants } from './useNamedCadences';

const tree = createGroupTree([
  aNode({ name: 'executive-team', title: 'Executive Leadership Team' }),
]);

it('shows groups by title and leaves other words alone', () => {
  expect(
    nameParticipants(
      ['executive-team', 'group:default/executive-team', 'all leads'],
      tree,
    ),
  ).toEqual([
    'Executive Leadership Team',
    'Executive Leadership Team',
    'all leads',
  ]);
  expect(nameParticipants(['executive-team'], undefined)).toEqual([
    'executive-team',
  ]);
});
