import type { AuditorService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ifThere } from '@squadron/plugin-git-node';
import { audited } from '../services/audited';
import {
  type RemovalOptions,
  requireToRemove,
} from '../services/requireToRemove';

/** Takes a component out of the catalog. */
export function removeFromCatalog(
  options: RemovalOptions & {
    auditor: AuditorService;
    catalog: Pick<CatalogService, 'removeLocationById'>;
  },
) {
  const { auth, catalog, finder } = options;
  return createTemplateAction({
    id: 'squadron:catalog:remove',
    description:
      'Takes a component that was registered by itself out of the catalog. One that has gone is no fault.',
    supportsDryRun: true,
    schema: {
      input: { entityRef: z => z.string().describe('Ref of the component') },
      output: { removed: z => z.boolean().describe('Whether it was there') },
    },
    async handler(ctx) {
      const { entityRef: ref } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      ctx.output('removed', false);
      const project = await ifThere(finder.find(ref, credentials));
      if (!project) {
        ctx.logger.info(`The catalog has no ${ref}`);
        return;
      }
      const { entityRef, location } = project;
      const registered = await requireToRemove(options, location, credentials);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would take ${entityRef} out of the catalog`);
        return;
      }
      // Whoever may take the component away needs no right to unregister anything else.
      const own = { credentials: await auth.getOwnServiceCredentials() };
      const change = {
        eventId: 'unregister-component',
        meta: { entityRef, location, task: ctx.task.id, by: ctx.user?.ref },
      };
      await audited(options.auditor, change, () =>
        catalog.removeLocationById(registered, own),
      );
      ctx.output('removed', true);
      ctx.logger.info(`${entityRef} is no longer in the catalog`);
    },
  });
}
