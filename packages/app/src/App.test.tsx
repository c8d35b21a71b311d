import { render, screen } from '@testing-library/react';
import App from './App';

const appConfig = (providers: object) => [
  {
    data: {
      app: { title: 'Squadron', baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://localhost' },
      auth: { providers },
    },
    context: 'test',
  },
];

describe('App', () => {
  const env = process.env;
  afterEach(() => {
    process.env = env;
    window.localStorage.clear();
  });

  it('begins with the choice of a person in development', async () => {
    // The application reads objects here, as its build puts them in.
    process.env = Object.assign(
      { NODE_ENV: 'test' as const },
      { APP_CONFIG: appConfig({ demo: {} }) as unknown as string },
    );
    jest.spyOn(window, 'fetch').mockResolvedValue(
      new Response(
        JSON.stringify({
          items: [{ name: 'ada', title: 'Ada', portalRole: 'sre' }],
          total: 1,
          suggested: [],
        }),
      ),
    );

    render(App.createRoot());

    expect(
      await screen.findByRole('row', { name: /Ada/ }, { timeout: 20_000 }),
    ).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Squadron',
    );
    expect(document.title).toBe('Sign in · Squadron');
  }, 40_000);
});
