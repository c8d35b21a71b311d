import { refusal, setupBackend } from '@squadron/test-portal';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal } from '../../__testUtils__/portal';
import { GitPage } from './GitPage';

const portal = setupBackend();
const commit = {
  id: '3f2c7d81aa00bb11cc22dd33ee44ff5566778899',
  author: 'Ann',
  at: '2026-11-28T09:00:00.000Z',
  subject: 'Create the service',
};
const shop = {
  name: 'shop',
  branch: 'main',
  commit: commit.id,
  cloneUrl: 'http://portal.test/api/git/repositories/shop.git',
};
const base = 'GET git/repositories';

function answerAll() {
  const asked: string[] = [];
  portal.answer({
    [`${base}/shop`]: { ...shop, branches: ['main', 'template'] },
    [`${base}/shop/commits`]: { items: [commit] },
    [`${base}/shop/tree`]: async ({ url }) => {
      asked.push(new URL(url).search);
      return {
        commit: commit.id,
        entries: [
          { name: 'docs', kind: 'folder' },
          { name: 'README.md', kind: 'file', size: 1_200 },
        ],
      };
    },
    [`${base}/shop/file`]: async ({ url }) => {
      asked.push(new URL(url).search);
      return {
        commit: commit.id,
        size: 15,
        content: 'text',
        text: '# Shop\nSells, [as told](docs/why.md).\n\n[![build](https://ci.example.com/badge.svg)](https://ci.example.com)\n\n<script>alert(1)</script>\n',
      };
    },
  });
  return asked;
}

const show = (path: string) => renderPortal(<GitPage />, { path });

describe('the list of repositories', () => {
  it('leads to each, and says what was done last', async () => {
    const items = [{ ...shop, latest: commit }];
    portal.answer({ [base]: { isKept: true, items, total: 1 } });
    await show('/git');
    const table = await screen.findByRole('table', { name: 'Repositories' });
    expect(within(table).getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/git/shop/tree/main',
    );
    expect(within(table).getByText('Create the service')).toBeInTheDocument();
    expect(
      screen.getByText('1 repository that golden paths have written.'),
    ).toBeInTheDocument();
  });

  it('shows the next ones when asked', async () => {
    portal.answer({
      [base]: async ({ url }) => {
        const next = new URL(url).searchParams.get('cursor');
        const name = next ? 'web' : 'shop';
        return {
          isKept: true,
          items: [{ ...shop, name, latest: commit }],
          total: 2,
          nextCursor: next ? undefined : 'shop',
        };
      },
    });
    await show('/git');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more of the other 1' }),
    );
    expect(await screen.findByRole('link', { name: 'web' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'shop' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull();
  });

  it.each([
    [true, 'There is no repository yet'],
    [false, 'The portal keeps no repositories'],
  ])('says how to begin (kept here: %s)', async (isKept, title) => {
    portal.answer({ [base]: { isKept, items: [], total: 0 } });
    await show('/git');
    expect(await screen.findByText(title)).toBeInTheDocument();
  });
});

describe('a folder', () => {
  it('shows what lies in it, what it is about and what was done last', async () => {
    const asked = answerAll();
    await show('/git/shop');
    expect(
      await screen.findByText('Latest commit: Create the service, by Ann.'),
    ).toBeInTheDocument();
    const files = within(screen.getByRole('list', { name: 'Files' }));
    expect(files.getByRole('link', { name: 'docs' })).toHaveAttribute(
      'href',
      '/git/shop/tree/main/docs',
    );
    expect(files.getByRole('link', { name: 'README.md' })).toHaveAttribute(
      'href',
      '/git/shop/blob/main/README.md',
    );
    expect(
      await screen.findByRole('heading', { name: 'Shop', level: 3 }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'as told' })).toHaveAttribute(
      'href',
      '/git/shop/blob/main/docs/why.md',
    );
    expect(screen.getByRole('link', { name: 'build' })).toHaveAttribute(
      'href',
      'https://ci.example.com',
    );
    expect(screen.getByText('<script>alert(1)</script>')).toBeVisible();
    expect(screen.getByText('3f2c7d81')).toHaveAttribute('title', commit.id);
    expect(asked).toEqual(['?ref=main', '?ref=main&path=README.md']);
  });

  it('is asked for as the address names it', async () => {
    const asked = answerAll();
    await show('/git/shop/tree/feature%2Fx/docs/a%20b/');
    const steps = within(
      await screen.findByRole('navigation', { name: 'Path' }),
    );
    expect(steps.getByRole('link', { name: 'docs' })).toHaveAttribute(
      'href',
      '/git/shop/tree/feature%2Fx/docs',
    );
    expect(steps.getByText('a b')).toHaveAttribute('aria-current', 'page');
    expect(asked[0]).toBe('?ref=feature%2Fx&path=docs%2Fa+b');
  });

  it('says what is not there', async () => {
    answerAll();
    portal.answer({
      [`${base}/shop/tree`]: async () =>
        refusal(404, 'NotFoundError', 'shop has no folder gone'),
    });
    await show('/git/shop/tree/main/gone');
    expect(
      await screen.findByText('shop has no folder gone'),
    ).toBeInTheDocument();
  });
});

describe('an address that means nothing', () => {
  it.each(['/git/shop/commits', '/git/shop/tree'])(
    'says so and leads back (%s)',
    async path => {
      await show(path);
      expect(await screen.findByText('There is no such page')).toBeVisible();
      expect(
        screen.getByRole('link', { name: 'Repositories' }),
      ).toHaveAttribute('href', '/git');
    },
  );
});

describe('a file', () => {
  it('shows its lines', async () => {
    answerAll();
    await show('/git/shop/blob/main/README.md');
    expect(await screen.findByText('6 lines, 15 B')).toBeInTheDocument();
    expect(
      screen.getByText('Sells, [as told](docs/why.md).'),
    ).toBeInTheDocument();
    expect(screen.getByText('README.md at 3f2c7d81.')).toBeInTheDocument();
  });

  it.each([
    ['binary', 'It is not text'],
    ['too-large', 'It is too large to be shown'],
  ])('that is %s is not shown', async (content, title) => {
    answerAll();
    const file = { commit: commit.id, size: 4_000_000, content };
    portal.answer({ [`${base}/shop/file`]: file });
    await show('/git/shop/blob/main/logo.png');
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(
      screen.getByText(/logo.png has 4.0 MB. Clone the repository/),
    ).toBeInTheDocument();
  });
});
