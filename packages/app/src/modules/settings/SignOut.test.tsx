import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignOut } from './SignOut';

it('signs the person out', async () => {
  const signOut = jest.fn(async () => {});
  renderInTestApp(
    <TestApiProvider apis={[[identityApiRef, { signOut } as unknown as never]]}>
      <SignOut />
    </TestApiProvider>,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Sign out' }),
  );
  expect(signOut).toHaveBeenCalledTimes(1);
});
