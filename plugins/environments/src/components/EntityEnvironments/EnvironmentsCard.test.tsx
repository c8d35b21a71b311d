import type { Entity } from '@backstage/catalog-model';
import { refusal } from '@squadron/test-portal';
import { screen } from '@testing-library/react';
import { anEnvironment, now } from '../../__testUtils__/environments';
import { renderPortal, setupPortal } from '../../__testUtils__/portal';
import { useEnvironments } from '../../hooks/useEnvironments';
import { EnvironmentsCard } from './EnvironmentsCard';

const portal = setupPortal();
const clusters = [{ name: 'dev', title: 'Development' }];
const made = { 'golden-paths.squadron/template': 'template:default/x' };
const shop = (annotations?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default', annotations },
});

function answerWith(items: object[]) {
  const asked: string[] = [];
  portal.answer({
    'GET environments/environments': async ({ url }) => {
      asked.push(new URL(url).searchParams.get('component') ?? '');
      return { at: now, items, clusters };
    },
  });
  return asked;
}

/** Asks what the card asks, after it. */
function Answered() {
  const { value } = useEnvironments({ component: 'component:default/shop' });
  return value ? <p>answered</p> : null;
}

describe('EnvironmentsCard', () => {
  it('shows the environments of the component', async () => {
    const asked = answerWith([
      anEnvironment({ namespace: 'dev-shop-fix', branch: 'fix' }),
    ]);
    await renderPortal(<EnvironmentsCard />, { entity: shop() });
    expect(
      await screen.findByRole('link', { name: 'dev-shop-fix' }),
    ).toHaveAttribute(
      'href',
      '/environments?scope=squad-b-1&environment=dev%2Fdev-shop-fix',
    );
    expect(
      screen.getByRole('button', { name: 'Actions for dev-shop-fix' }),
    ).toBeInTheDocument();
    expect(asked).toEqual(['component:default/shop']);
  });

  it('says that what a golden path made has none now', async () => {
    answerWith([]);
    await renderPortal(<EnvironmentsCard />, { entity: shop(made) });
    expect(await screen.findByText('There is none now.')).toBeInTheDocument();
  });

  it('says why it knows nothing', async () => {
    portal.answer({
      'GET environments/environments': async () =>
        refusal(503, 'ServiceUnavailableError', 'Try again in a minute'),
    });
    await renderPortal(<EnvironmentsCard />, { entity: shop(made) });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Try again in a minute',
    );
  });

  it('is absent where nothing is expected', async () => {
    answerWith([]);
    await renderPortal(
      <>
        <EnvironmentsCard />
        <Answered />
      </>,
      { entity: shop() },
    );
    await screen.findByText('answered');
    expect(screen.queryByText('Environments')).not.toBeInTheDocument();
  });
});
