import type { AnyApiFactory } from '@backstage/frontend-plugin-api';
import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import type { DraftStore } from '../lib/DraftStore';
import { forgetSent } from '../lib/forgetSent';
import { draftsApiRef } from './draftsApi';

/** The stock factory of the scaffolder's client, of which a form that was sent is no draft any more. */
export function withDrafts({
  api,
  deps,
  factory,
}: AnyApiFactory): AnyApiFactory {
  return {
    api,
    deps: { ...deps, drafts: draftsApiRef },
    factory: ({ drafts, ...rest }) =>
      forgetSent(factory(rest) as ScaffolderApi, drafts as DraftStore),
  };
}
