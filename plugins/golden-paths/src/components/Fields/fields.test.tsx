import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { mockApis } from '@backstage/frontend-test-utils';
import { refusal } from '@squadron/test-portal';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { renderPaths, setupPortal } from '../../__testUtils__/portal';
import { DraftStore } from '../../lib/DraftStore';
import type { Draft } from '../../lib/drafts';
import { FormDraft } from '../FormDraft';
import { ComponentName } from './ComponentName';
import { FilesPreview } from './FilesPreview';

const portal = setupPortal();
const path = '/create/templates/default/node-service';

function propsOf<T>(
  formData: T | undefined,
  values: object,
  onChange: (value?: T) => void = () => {},
) {
  return {
    formData,
    onChange,
    schema: { title: 'Name', pattern: '^[a-z][a-z-]*$' },
    uiSchema: { 'ui:help': 'Lower-case letters and hyphens, a letter first' },
    formContext: { formData: values },
    idSchema: { $id: 'root_name' },
    rawErrors: [],
    required: true,
  } as unknown as FieldExtensionComponentProps<T>;
}

function Address() {
  const { search } = useLocation();
  return <output>{new URLSearchParams(search).get('formData')}</output>;
}

function NameForm() {
  const [name, setName] = useState<string>();
  return <ComponentName {...propsOf(name, { name }, setName)} />;
}

describe('the field of a name', () => {
  it('says whether the name is free while it is typed', async () => {
    portal.answer({
      'GET golden-paths/names/shop': {
        isFree: false,
        problem: 'There is a component shop already',
      },
      'GET golden-paths/names/shop-api': { isFree: true },
    });
    renderPaths(<NameForm />, { path });
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(field, 'shop');
    expect(
      await screen.findByText('There is a component shop already'),
    ).toBeVisible();
    await userEvent.type(field, '-api');
    expect(await screen.findByText('shop-api is free')).toBeVisible();
  });

  it('says what a name may be, and calls none free that the path refuses', async () => {
    portal.answer({ 'GET golden-paths/names/shop': { isFree: true } });
    renderPaths(<NameForm />, { path });
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(field, '9shop');
    expect(
      await screen.findByText('Lower-case letters and hyphens, a letter first'),
    ).toBeVisible();
    expect(field).toBeInvalid();
    await userEvent.clear(field);
    await userEvent.type(field, 'shop');
    expect(await screen.findByText('shop is free')).toBeVisible();
  });

  it('says that it cannot be told, and does not stand in the way', async () => {
    portal.answer({
      'GET golden-paths/names/shop': async () =>
        refusal(503, 'ServiceUnavailableError', 'away'),
    });
    renderPaths(<NameForm />, { path });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name' }),
      'shop',
    );
    expect(
      await screen.findByText(/Whether it is free cannot be told now/),
    ).toBeVisible();
  });
});

describe('a form', () => {
  beforeEach(() =>
    portal.answer({
      'GET golden-paths/names/:name': { isFree: true },
    }),
  );

  function open(address: string) {
    const drafts = new DraftStore(mockApis.storage());
    const kept: Draft[][] = [];
    drafts.follow(all => kept.push(all));
    const { unmount } = renderPaths(
      <FormDraft>
        <NameForm />
      </FormDraft>,
      { path: address, drafts },
    );
    return { kept: () => kept.at(-1), unmount };
  }

  it('is kept as a draft while it is filled in', async () => {
    const { kept } = open(path);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name' }),
      'shop',
    );
    await waitFor(() =>
      expect(kept()).toEqual([
        expect.objectContaining({
          template: 'template:default/node-service',
          values: { name: 'shop' },
        }),
      ]),
    );
  });

  it('loses nothing when it is left at once, and stays the draft that it was', async () => {
    const { kept, unmount } = open(`${path}?draft=the-first`);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name' }),
      'shop',
    );
    unmount();
    await waitFor(() =>
      expect(kept()).toEqual([
        expect.objectContaining({ id: 'the-first', values: { name: 'shop' } }),
      ]),
    );
  });
});

describe('a form that is loaded again', () => {
  it('begins with what its draft was left with, not with what the address still says', async () => {
    const storage = mockApis.storage();
    await new DraftStore(storage).keep({
      id: 'the-first',
      template: 'template:default/node-service',
      values: { name: 'newer' },
      savedAt: '2026-01-01T00:00:00Z',
    });
    const formData = encodeURIComponent('{"name":"older"}');
    renderPaths(
      <FormDraft>
        <Address />
      </FormDraft>,
      {
        path: `${path}?draft=the-first&formData=${formData}`,
        drafts: new DraftStore(storage),
      },
    );
    expect(await screen.findByText('{"name":"newer"}')).toBeVisible();
    expect(screen.queryByText('{"name":"older"}')).toBeNull();
  });
});

describe('the preview of files', () => {
  const open = () =>
    renderPaths(<FilesPreview {...propsOf(null, { name: 'shop' })} />, {
      path,
    });

  it('shows the files of the form that is filled in, and what is in them', async () => {
    const asked: unknown[] = [];
    portal.answer({
      'POST golden-paths/previews': async request => {
        asked.push(await request.json());
        return {
          files: [
            { path: 'README.md', bytes: 7, text: '# shop\n' },
            { path: 'src/main.ts', bytes: 2_300, text: 'main();\n' },
          ],
        };
      },
    });
    open();
    const tree = await screen.findByRole('list', { name: 'Files' });
    const text = (of: string) =>
      screen.getByRole('textbox', { name: `Text of ${of}` });
    expect(text('README.md')).toHaveValue('# shop\n');
    within(tree)
      .getByRole('button', { name: /README.md/ })
      .focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(text('src/main.ts')).toHaveValue('main();\n');
    expect(
      within(tree).getByRole('button', { name: /main.ts 2.3 kB/ }),
    ).toHaveFocus();
    expect(asked).toEqual([
      { template: 'template:default/node-service', values: { name: 'shop' } },
    ]);
  });

  it('says why there is none, and tries again', async () => {
    portal.answer({
      'POST golden-paths/previews': async () =>
        refusal(400, 'InputError', 'The tag "owner" is missing'),
    });
    open();
    expect(await screen.findByText(/The tag "owner" is missing/)).toBeVisible();
    portal.answer({
      'POST golden-paths/previews': {
        files: [{ path: 'a', bytes: 1, text: 'text of a' }],
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByDisplayValue('text of a')).toBeVisible();
  });
});
