import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import type { DraftStore } from './DraftStore';

const draftOfAddress = () =>
  new URLSearchParams(window.location.search).get('draft');

/**
 * The client of the scaffolder, which forgets a draft as soon as its task was created.
 *
 * @param draftOfForm - id of the draft that the form shows which is being sent
 */
export function forgetSent(
  client: ScaffolderApi,
  drafts: Pick<DraftStore, 'discard'>,
  draftOfForm: () => string | null = draftOfAddress,
): ScaffolderApi {
  const scaffold = client.scaffold.bind(client);
  client.scaffold = async options => {
    const draft = draftOfForm();
    const task = await scaffold(options);
    // The task runs whatever becomes of the draft.
    if (draft) drafts.discard(draft).catch(() => undefined);
    return task;
  };
  return client;
}
