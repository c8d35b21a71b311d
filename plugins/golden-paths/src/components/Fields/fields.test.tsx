import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { refusal } from '@squadron/test-portal';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderPaths, setupPortal } from '../../__testUtils__/portal';
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
    schema: { title: 'Name' },
    uiSchema: {},
    formContext: { formData: values },
    idSchema: { $id: 'root_name' },
    rawErrors: [],
    required: true,
  } as unknown as FieldExtensionComponentProps<T>;
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
    expect(screen.getByText('# shop')).toBeVisible();
    within(tree)
      .getByRole('button', { name: /README.md/ })
      .focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByText('main();')).toBeVisible();
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
    expect(await screen.findByText('text of a')).toBeVisible();
  });
});
