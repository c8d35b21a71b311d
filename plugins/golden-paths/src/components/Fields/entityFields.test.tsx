import type { Entity } from '@backstage/catalog-model';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { refusal } from '@squadron/test-portal';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentType, useState } from 'react';
import { group, organization } from '../../__testUtils__/organization';
import { renderPaths, setupPortal } from '../../__testUtils__/portal';
import { ComponentName } from './ComponentName';
import { ConfirmedName } from './ConfirmedName';
import { ProjectOwner } from './ProjectOwner';
import { ProjectSystem } from './ProjectSystem';

const portal = setupPortal();

type Field = ComponentType<FieldExtensionComponentProps<string>>;

function Form(props: {
  field: Field;
  title: string;
  value?: string;
  errors?: string[];
  uiSchema?: object;
}) {
  const { field: Component, title, errors = [], uiSchema = {} } = props;
  const [value, setValue] = useState(props.value);
  const rest = {
    formData: value,
    onChange: setValue,
    schema: { title },
    uiSchema,
    rawErrors: errors,
    required: true,
    idSchema: { $id: 'root_field' },
  } as unknown as FieldExtensionComponentProps<string>;
  return (
    <>
      <Component {...rest} />
      <output aria-label="Value">{value}</output>
    </>
  );
}

const value = () => screen.getByRole('status', { name: 'Value' });
const optionNames = () =>
  screen.getAllByRole('option').map(option => option.textContent);

describe('the field of the owner', () => {
  beforeEach(() => portal.answer(organization));

  const open = (chosen?: string, isDenied = false) => {
    renderPaths(<Form field={ProjectOwner} title="Owner" value={chosen} />, {
      isDenied,
    });
    return screen.findByRole('combobox', { name: /Owner/ });
  };

  it.each(['squad-b-1', 'b-1 comp', 'group:default/squad-b-1'])(
    'finds a group by %s, and keeps its ref',
    async typed => {
      const field = await open();
      expect(value()).toBeEmptyDOMElement();
      await userEvent.type(field, typed);
      await waitFor(() =>
        expect(optionNames()).toEqual(['B-1 Computesquad-b-1']),
      );
      await userEvent.keyboard('{ArrowDown}{Enter}');
      expect(field).toHaveValue('B-1 Compute');
      expect(value()).toHaveTextContent('group:default/squad-b-1');
      expect(screen.getByText('squad-b-1')).toBeVisible();
    },
  );

  it("shows the reader's own groups first, and all of them when it is opened again", async () => {
    const field = await open('group:default/squad-a-1');
    await waitFor(() => expect(field).toHaveValue('A-1 Network'));
    await userEvent.click(screen.getByRole('button'));
    await waitFor(() =>
      expect(optionNames()).toEqual([
        'B-1 Computesquad-b-1',
        'A-1 Networksquad-a-1',
      ]),
    );
  });

  it('says who may make something for a group to whom may not', async () => {
    // Decisions are kept for all that a page shows: this group is of no other test.
    portal.answer({
      'GET org-model/tree': {
        at: '2026-11-28T00:00:00Z',
        nodes: [group('squad-a-2', 'A-2 Storage')],
      },
    });
    await open('group:default/squad-a-2', true);
    expect(
      await screen.findByText(
        'Only A-2 Storage and who leads it may make something for it.',
      ),
    ).toBeVisible();
  });

  it('keeps what an address brought while nothing can be read, and says so', async () => {
    portal.answer({
      'GET org-model/tree': async () =>
        refusal(503, 'ServiceUnavailableError', 'away'),
    });
    const field = await open('group:default/squad-b-1');
    expect(field).toHaveValue('squad-b-1');
    expect(
      await screen.findByText(/The groups cannot be read now/),
    ).toBeVisible();
    expect(value()).toHaveTextContent('group:default/squad-b-1');
  });
});

describe('the field of the system', () => {
  const systems = [
    ['squad-b-1', 'B-1 Compute Platform'],
    ['search', undefined],
  ].map(([name = '', title]): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default', title },
  }));

  it('finds a system by its name, shows its title and keeps its ref', async () => {
    renderPaths(<Form field={ProjectSystem} title="System" />, {
      templates: systems,
    });
    const field = await screen.findByRole('combobox', { name: /System/ });
    await userEvent.type(field, 'squad-b');
    await userEvent.click(await screen.findByRole('option'));
    expect(field).toHaveValue('B-1 Compute Platform');
    expect(value()).toHaveTextContent('system:default/squad-b-1');
  });
});

describe('a field of golden paths', () => {
  it.each<[string, Field]>([
    ['combobox', ProjectSystem],
    ['textbox', ComponentName],
    ['textbox', ConfirmedName],
  ])('takes part as a %s in what the browser checks', async (role, field) => {
    renderPaths(<Form field={field} title="It" errors={['Not this one']} />);
    const input = await screen.findByRole<HTMLInputElement>(role, {
      name: /It/,
    });
    expect(input.validity.valueMissing).toBe(true);
    expect(input).toHaveAttribute('aria-invalid', 'true');
    // Who prevents this keeps the browser from telling of the field, and it tells of the next one.
    expect(fireEvent.invalid(input)).toBe(true);
    // What was wrong before does not keep the browser from sending.
    expect(input.validity.customError).toBe(false);
  });

  it.each<[string, Field]>([
    ['combobox', ProjectOwner],
    ['textbox', ComponentName],
  ])('takes the focus as a %s where the form wants it', async (role, field) => {
    portal.answer(organization);
    renderPaths(
      <Form field={field} title="It" uiSchema={{ 'ui:autofocus': true }} />,
    );
    expect(await screen.findByRole(role, { name: /It/ })).toHaveFocus();
  });
});
