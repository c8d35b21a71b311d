import { mockApis } from '@backstage/frontend-test-utils';
import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { FormField } from '@backstage/plugin-scaffolder-react/alpha';
import { orgModelContract } from '@squadron/plugin-org-model-common';
import { orgModelApiRef } from '@squadron/plugin-org-model-react';
import { clientOf } from '@squadron/test-portal';
import { organization } from '../../__testUtils__/organization';
import { setupPortal } from '../../__testUtils__/portal';
import { confirmedNameField } from './confirmedNameField';
import { projectOwnerField } from './projectOwnerField';

const portal = setupPortal();

describe('Next', () => {
  type Validate = (
    typed: string,
    field: { addError: (message: string) => void },
    context: object,
  ) => unknown;

  async function errorsOf(field: FormField, typed: string, context: object) {
    // A field shows what it is made of to the scaffolder alone.
    const { validation } = field as unknown as { validation: Validate };
    const errors: string[] = [];
    const addError = (message: string) => errors.push(message);
    await validation(typed, { addError }, context);
    return errors;
  }

  function apis(authorize: () => AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
    portal.answer(organization);
    const known = new Map<string, unknown>([
      [permissionApiRef.id, mockApis.permission({ authorize })],
      [orgModelApiRef.id, clientOf(orgModelContract)],
    ]);
    return { get: ({ id }: { id: string }) => known.get(id) } as ApiHolder;
  }

  it.each<[AuthorizeResult.ALLOW | AuthorizeResult.DENY, string[]]>([
    [
      AuthorizeResult.DENY,
      ['Only B-1 Compute and who leads it may make something for it.'],
    ],
    [AuthorizeResult.ALLOW, []],
  ])('when the right is %s says %j', async (result, errors) => {
    const apiHolder = apis(() => result);
    expect(
      await errorsOf(projectOwnerField, 'group:default/squad-b-1', {
        apiHolder,
      }),
    ).toEqual(errors);
  });

  it('leaves an owner to the task when the right cannot be told', async () => {
    const apiHolder = apis(() => {
      throw new Error('no network');
    });
    expect(
      await errorsOf(projectOwnerField, 'group:default/squad-b-1', {
        apiHolder,
      }),
    ).toEqual([]);
  });

  it.each([
    ['shop', []],
    ['Shop', []],
    ['shpo', ['That is not the name of the component: type shop.']],
  ])(
    'takes away the component shop when %s is typed: %j',
    async (typed, errors) => {
      const formData = { component: 'component:default/shop' };
      expect(await errorsOf(confirmedNameField, typed, { formData })).toEqual(
        errors,
      );
    },
  );
});
