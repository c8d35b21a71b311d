import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { act, screen } from '@testing-library/react';
import { NoTemplates } from '../create/NoTemplates';
import { Held } from './Held';

function open(queryEntities: () => Promise<{ totalItems: number }>) {
  renderInTestApp(
    <TestApiProvider
      apis={[[catalogApiRef, { queryEntities } as unknown as never]]}
    >
      <Held what="templates" otherwise={<NoTemplates />}>
        The gallery
      </Held>
    </TestApiProvider>,
  );
}

describe('Held', () => {
  it('says how to add the first template while there is none', async () => {
    open(async () => ({ totalItems: 0 }));
    expect(
      await screen.findByRole('heading', {
        name: 'There are no templates yet',
      }),
    ).toBeVisible();
    expect(screen.getByText('app-config.yaml')).toBeVisible();
    expect(screen.queryByText('The gallery')).not.toBeInTheDocument();
  });

  it('shows the page as soon as there is one', async () => {
    open(async () => ({ totalItems: 1 }));
    expect(await screen.findByText('The gallery')).toBeVisible();
  });

  it('asks again by itself while there is none and somebody looks', async () => {
    jest.useFakeTimers();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const answers = [0, 0, 14];
    const query = jest.fn(async () => ({ totalItems: answers.shift() ?? 99 }));
    const pass = () => act(() => jest.advanceTimersByTimeAsync(5_000));
    open(query);
    await pass();
    await pass();
    expect(screen.getByText(/has just started/)).toBeVisible();
    expect(query).toHaveBeenCalledTimes(1);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass();
    expect(screen.getByText('The gallery')).toBeVisible();
    await pass();
    expect(query).toHaveBeenCalledTimes(3);
    jest.useRealTimers();
    hidden.mockRestore();
  });

  it('leaves an error to the page', async () => {
    open(() => Promise.reject(new Error('away')));
    expect(await screen.findByText('The gallery')).toBeVisible();
  });
});
