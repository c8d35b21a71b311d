import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import type { DraftStore } from './DraftStore';

/** The client of the scaffolder, which forgets a draft as soon as its task was created. */
export function forgetSent(
  client: ScaffolderApi,
  drafts: DraftStore,
): ScaffolderApi {
  const scaffold = client.scaffold.bind(client);
  client.scaffold = async options => {
    const task = await scaffold(options);
    // The task runs whatever becomes of the draft.
    drafts
      .discardSent(options.templateRef, options.values)
      .catch(() => undefined);
    return task;
  };
  return client;
}
