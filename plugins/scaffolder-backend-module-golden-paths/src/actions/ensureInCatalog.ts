import { setTimeout } from 'node:timers/promises';
import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { audited } from '../services/audited';
import {
  type OwnDefinitionOptions,
  isOwnDefinition,
} from '../services/ownDefinition';
import { requireFreeComponent } from '../services/requireFreeComponent';

const lookEveryMs = 250;
const mostMs = 20_000;

interface EnsureOptions extends OwnDefinitionOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: Pick<CatalogService, 'addLocation' | 'getEntityByRef'>;
}

/** Registers a file of the catalog once, and waits until what it defines is there. */
export function ensureInCatalog(options: EnsureOptions) {
  const { catalog } = options;
  return createTemplateAction({
    id: 'squadron:catalog:ensure',
    description:
      'Registers a file of the catalog unless it is registered, and waits until its component can be seen',
    supportsDryRun: true,
    schema: {
      input: {
        catalogInfoUrl: z => z.string().describe('Address of the file'),
        entityRef: z => z.string().describe('Ref of what it defines'),
      },
      output: {
        created: z => z.boolean().describe('Whether it was registered now'),
        entityRef: z => z.string(),
      },
    },
    async handler(ctx) {
      const { catalogInfoUrl: target, entityRef } = ctx.input;
      ctx.output('entityRef', entityRef);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would register ${target}`);
        ctx.output('created', false);
        return;
      }
      const person = await ctx.getInitiatorCredentials();
      const isOwn = await isOwnDefinition(options, {
        target,
        entityRef,
        task: ctx.task.id,
        person,
        signal: ctx.signal,
      });
      // Whoever may take a golden path may see what it made in the catalog, though only leads bring in more.
      const credentials = isOwn
        ? await options.auth.getOwnServiceCredentials()
        : person;
      await requireFreeComponent(catalog, { entityRef, target, credentials });
      const change = {
        eventId: 'register-component',
        meta: { entityRef, target, task: ctx.task.id, by: ctx.user?.ref },
      };
      const created = await audited(options.auditor, change, () =>
        register(catalog, target, credentials),
      );
      ctx.output('created', created);
      ctx.logger.info(
        created ? `Registered ${target}` : `${target} is registered already`,
      );
      const isSeen = await waitFor(catalog, entityRef, credentials, ctx.signal);
      ctx.logger.info(
        isSeen
          ? `${entityRef} can be seen`
          : `${entityRef} is not there yet: the catalog reads it within minutes`,
      );
    },
  });
}

async function register(
  catalog: EnsureOptions['catalog'],
  target: string,
  credentials: BackstageCredentials,
): Promise<boolean> {
  try {
    await catalog.addLocation({ type: 'url', target }, { credentials });
    return true;
  } catch (error) {
    // To register again what is registered is no fault.
    if (isError(error) && error.name === 'ConflictError') return false;
    throw error;
  }
}

async function waitFor(
  catalog: EnsureOptions['catalog'],
  entityRef: string,
  credentials: BackstageCredentials,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const until = performance.now() + mostMs;
  while (performance.now() < until) {
    if (await catalog.getEntityByRef(entityRef, { credentials })) return true;
    await setTimeout(lookEveryMs, undefined, { signal });
  }
  return false;
}
