import { useApi } from '@backstage/frontend-plugin-api';
import type { Environment } from '@squadron/plugin-environments-common';
import { useCommand } from '@squadron/plugin-org-model-react';
import { ConfirmDialog } from '@squadron/ui';
import { ReactNode, useState } from 'react';
import { environmentsApiRef } from '../../api/environmentsApi';
import { momentInWords } from '../../lib/moments';
import { KubeconfigDialog } from './KubeconfigDialog';

/** What can be done with an environment, by whoever may. */
export interface EnvironmentActions {
  /** Something is on its way. */
  busy: boolean;
  extend: (environment: Environment, hours: number) => void;
  open: (environment: Environment) => void;
  remove: (environment: Environment) => void;
}

/**
 * The actions, and the dialog that one of them has opened: to be shown outside of lists, whose rows come and go.
 *
 * @param onChanged - reads the environments anew
 */
export function useEnvironmentActions(onChanged: () => void): {
  actions: EnvironmentActions;
  dialog: ReactNode;
} {
  const api = useApi(environmentsApiRef);
  const { busy, send } = useCommand();
  const [opened, setOpened] = useState<Environment>();
  const [leaving, setLeaving] = useState<Environment>();
  const extend = async (
    { cluster, namespace }: Environment,
    hours: number,
  ): Promise<void> => {
    const params = { cluster, namespace };
    await send(() => api.extendEnvironment({ params, body: { hours } }), {
      done: ({ expiresAt }) =>
        `${namespace} stays until ${momentInWords(expiresAt)}`,
      failed: `${namespace} was not extended`,
    });
    onChanged();
  };
  const remove = async ({ cluster, namespace }: Environment) => {
    await api.deleteEnvironment({ params: { cluster, namespace } });
    onChanged();
  };
  return {
    actions: { busy, extend, open: setOpened, remove: setLeaving },
    dialog: (
      <>
        {opened && (
          <KubeconfigDialog
            environment={opened}
            onClose={() => setOpened(undefined)}
          />
        )}
        {leaving && (
          <ConfirmDialog
            title={`Delete ${leaving.namespace}?`}
            confirmLabel="Delete"
            isDestructive
            typed={leaving.namespace}
            onConfirm={() => remove(leaving)}
            onClose={() => setLeaving(undefined)}
          >
            Everything that runs or is stored in it goes too, and does not come
            back. The component and its repository stay.
          </ConfirmDialog>
        )}
      </>
    ),
  };
}
