import { configApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactNode, useRef } from 'react';
import { Layout } from './Layout';
import { initialsOf } from './PersonAvatar';
import { useArrowKeys } from './useArrowKeys';
import { pageTitle } from './usePageFrame';

const Links = () => {
  const nav = useRef<HTMLElement>(null);
  useArrowKeys(nav);
  return (
    <nav ref={nav}>
      <a href="#one">One</a>
      <a href="#two" aria-current="page">
        Two
      </a>
      <a href="#three">Three</a>
    </nav>
  );
};

function frame(children: ReactNode) {
  return (
    <TestApiProvider
      apis={[
        [
          configApiRef,
          mockApis.config({ data: { app: { title: 'Squadron' } } }),
        ],
      ]}
    >
      <Layout nav={<Links />}>{children}</Layout>
    </TestApiProvider>
  );
}

describe('Layout', () => {
  beforeAll(() => {
    window.matchMedia ??= (media: string) =>
      ({ matches: true, media }) as MediaQueryList;
    window.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
  });

  it('begins with a way past the navigation, which is one tab stop', async () => {
    render(frame(<button>Act</button>));
    await userEvent.tab();
    expect(screen.getByText('Skip to content')).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByText('Two')).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByText('Act')).toHaveFocus();
  });

  it('moves to the content', async () => {
    render(frame(<h1>Rhythm</h1>));
    await userEvent.click(screen.getByText('Skip to content'));
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('walks the navigation with the arrow keys, round and round', async () => {
    render(frame('text'));
    screen.getByText('Two').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByText('Three')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByText('One')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{Home}{End}');
    expect(screen.getByText('Three')).toHaveFocus();
  });

  it('has one main landmark, whether or not the page brings one', async () => {
    const { rerender } = render(frame(<h1>Rhythm</h1>));
    expect(screen.getAllByRole('main')).toHaveLength(1);
    rerender(
      frame(
        <main aria-label="own">
          <h1>Org</h1>
        </main>,
      ),
    );
    await waitFor(() =>
      expect(screen.getByRole('main')).toHaveAccessibleName('own'),
    );
  });

  it('names the tab after the page, also when the page changes', async () => {
    const { rerender } = render(frame(<h1>Rhythm</h1>));
    expect(document.title).toBe('Rhythm · Squadron');
    rerender(
      frame(
        <>
          <h1>Catalog</h1>
          <h2 className="bui-HeaderTitle">B-1 Compute Platform</h2>
        </>,
      ),
    );
    await waitFor(() =>
      expect(document.title).toBe('B-1 Compute Platform · Squadron'),
    );
  });
});

describe('Layout below a banner', () => {
  it('leaves the room that the banner takes', async () => {
    jest
      .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
      .mockReturnValue({ top: 48 } as DOMRect);
    render(frame('text'));
    const root = screen.getByRole('main').parentElement;
    expect(root).toHaveStyle({ '--squadron-frame-top': '48px' });
    jest.restoreAllMocks();
  });
});

describe('pageTitle', () => {
  it.each([
    ['  Rhythm\n of the year ', 'Rhythm of the year · Squadron'],
    ['Squadron', 'Squadron'],
    ['', 'Squadron'],
    [undefined, 'Squadron'],
  ])('makes of %j %j', (heading, expected) => {
    expect(pageTitle(heading, 'Squadron')).toBe(expected);
  });
});

describe('initialsOf', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['Lead, B-1 Compute Platform', 'LP'],
    ['  ', ''],
  ])('makes of %j %j', (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });
});
