import type { CallerCredentials } from '@squadron/backend-kit';
import { scorecardsSampleCreatePermission } from '@squadron/plugin-scorecards-common';
import type { Directory } from '../services/Directory';
import type { ScorecardAuthorizer } from '../services/ScorecardAuthorizer';
import type { ImportCommands, Importer } from '../services/ImportCommands';
import { personOf } from './caller';
import type { ScorecardsHandlers } from './types';

export interface ImportRouteOptions {
  imports: ImportCommands;
  groups: Pick<ScorecardAuthorizer, 'may'>;
  directory: Pick<Directory, 'tree'>;
}

/** Routes about files with samples. */
export function importRoutes({
  imports,
  groups,
  directory,
}: ImportRouteOptions): Pick<
  ScorecardsHandlers,
  | 'startImport'
  | 'uploadPart'
  | 'checkImport'
  | 'runImport'
  | 'cancelImport'
  | 'import'
> {
  function importerOf(credentials: CallerCredentials): Importer {
    return {
      by: personOf(credentials),
      async groups() {
        const may = await groups.may(
          scorecardsSampleCreatePermission,
          credentials,
        );
        const tree = await directory.tree();
        return tree.groups().flatMap(({ ref }) => (may(ref) ? ref : []));
      },
    };
  }
  return {
    async startImport({ body, credentials, audit }) {
      const started = await imports.start(body.name, importerOf(credentials));
      audit({ import: started.id });
      return started;
    },
    async uploadPart({ params: { id, part }, body, credentials }) {
      return imports.upload(id, part, body.text, importerOf(credentials));
    },
    async checkImport({ params, credentials }) {
      return imports.check(params.id, importerOf(credentials));
    },
    async runImport({ params, credentials, audit }) {
      const item = await imports.run(params.id, importerOf(credentials));
      audit({ name: item.name });
      return item;
    },
    async cancelImport({ params, credentials }) {
      await imports.cancel(params.id, importerOf(credentials));
    },
    async import({ params, credentials }) {
      return imports.get(params.id, importerOf(credentials));
    },
  };
}
