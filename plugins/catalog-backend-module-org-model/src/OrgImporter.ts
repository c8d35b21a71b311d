import {
  AuditorService,
  AuditorServiceEvent,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError, stringifyError, toError } from '@backstage/errors';
import { DeferredEntity } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  DefinitionProblem,
  formatProblem,
  hasErrors,
  LastGood,
} from '@squadron/backend-kit';
import { DefinitionsStatus } from '@squadron/plugin-org-model-common';
import { LoadedOrg } from '@squadron/plugin-org-model-node';
import { guardDeletions } from './deletionGuard';
import { Digests, differences, digestsOf } from './digests';
import { ImportMetrics } from './ImportMetrics';
import { ManagedEntities } from './ManagedEntities';
import { OrgModelEntityProvider } from './OrgModelEntityProvider';
import { toDeferredEntity } from './toDeferredEntity';

/** The topic on which an import is announced. */
const ORG_MODEL_IMPORTED_TOPIC = 'org-model.imported';

interface Options {
  load: () => Promise<LoadedOrg>;
  provider: Pick<OrgModelEntityProvider, 'replaceAll'>;
  managed: Pick<ManagedEntities, 'digests'>;
  maxDeletedPercent: number;
  auditor: AuditorService;
  events: EventsService;
  logger: LoggerService;
  metrics: ImportMetrics;
}

/** What the catalog was last given. */
interface Import {
  hash: string;
  refs: ReadonlySet<string>;
  /** Where the catalog differed just before; it needs a while until it shows what it was given. */
  pending: ReadonlySet<string>;
}

/** A good reading that is about to be applied. */
interface Plan {
  org: LoadedOrg;
  entities: DeferredEntity[];
  wanted: Digests;
  existing: ReadonlySet<string>;
  pending: ReadonlySet<string>;
  /** How much of what had arrived in the catalog is no longer there, or is other than it was. */
  restored: number;
}

/**
 * Takes good files over into the catalog, again and again, so that nothing else that was done to
 * their entities lasts; while the files are bad the catalog stays.
 */
export class OrgImporter {
  readonly #options: Options;
  readonly #lastGood = new LastGood<Import>();
  /** How many entities earlier processes left in the catalog, known while nothing is imported. */
  #inherited = 0;
  /** Readings run one after the other, whoever asks for them. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Reads the files and imports them; with `onlyChanged`, not when they are as they were. */
  async refresh({ onlyChanged = false } = {}): Promise<void> {
    const next = this.#queue.then(() => this.#refresh(onlyChanged));
    this.#queue = next.catch(() => undefined);
    return next;
  }

  /** What people and monitors are told. */
  status(): DefinitionsStatus {
    const status = this.#lastGood.status();
    const imported = this.#lastGood.value;
    if (imported) return { ...status, entities: imported.refs.size };
    // After a restart with bad files the catalog still holds what an earlier process read.
    return this.#inherited > 0
      ? { ...status, status: 'stale', entities: this.#inherited }
      : { ...status, status: 'empty' };
  }

  async #refresh(onlyChanged: boolean): Promise<void> {
    const { load, managed, maxDeletedPercent } = this.#options;
    const org = await load();
    const last = this.#lastGood.value;
    if (hasErrors(org.problems)) {
      await this.#refuse(org, org.problems);
      if (!last) this.#inherited = (await managed.digests()).size;
      return;
    }
    if (onlyChanged && last?.hash === org.hash) {
      this.#report(last, org.problems);
      return;
    }
    const held = await managed.digests();
    this.#inherited = held.size;
    const entities = org.entities.map(toDeferredEntity);
    const wanted = digestsOf(entities);
    const existing = new Set([...held.keys(), ...(last?.refs ?? [])]);
    const refusal = guardDeletions({ existing, wanted, maxDeletedPercent });
    if (refusal) {
      await this.#refuse(org, [refusal, ...org.problems]);
      return;
    }
    const pending = differences(held, wanted);
    const restored =
      last?.hash === org.hash
        ? [...pending].filter(ref => !last.pending.has(ref)).length
        : 0;
    await this.#apply({ org, entities, wanted, existing, pending, restored });
  }

  async #apply(plan: Plan): Promise<void> {
    const { auditor, provider } = this.#options;
    const { org, entities, wanted, pending, restored } = plan;
    const { hash } = org;
    const isNew = this.#lastGood.value?.hash !== hash;
    // The same again, with nothing to put right, is no event.
    const audit =
      isNew || restored > 0
        ? await auditor.createEvent({
            eventId: 'org-model-import',
            severityLevel: 'medium',
            meta: { hash },
          })
        : undefined;
    try {
      await provider.replaceAll(entities);
    } catch (error) {
      await audit?.fail({ error: toError(error) });
      this.#report(undefined, [
        {
          severity: 'error',
          message: `the catalog did not take the organization over: ${stringifyError(error)}`,
          fix: 'look at the log of the catalog; the next reading tries again',
        },
      ]);
      return;
    }
    const refs = new Set(wanted.keys());
    this.#report({ hash, refs, pending }, org.problems);
    if (audit) await this.#announce(audit, plan, refs);
  }

  async #announce(
    audit: AuditorServiceEvent,
    { org: { hash }, existing, restored }: Plan,
    refs: ReadonlySet<string>,
  ): Promise<void> {
    const { events, logger } = this.#options;
    const counts = {
      ...countChanges(existing, refs),
      ...(restored > 0 && { restored }),
    };
    await audit.success({ meta: { hash, ...counts } });
    logger.info(
      restored > 0
        ? `Put the organization right: ${restored} entities were missing or other than in the files`
        : `Imported the organization: ${counts.entities} entities, ${counts.added} new, ${counts.deleted} deleted`,
    );
    await events.publish({
      topic: ORG_MODEL_IMPORTED_TOPIC,
      eventPayload: { hash, ...counts },
    });
  }

  async #refuse(
    org: LoadedOrg,
    problems: readonly DefinitionProblem[],
  ): Promise<void> {
    if (!this.#report(undefined, problems)) return;
    const errors = problems.filter(({ severity }) => severity === 'error');
    const audit = await this.#options.auditor.createEvent({
      eventId: 'org-model-import',
      severityLevel: 'medium',
      meta: { hash: org.hash },
    });
    await audit.fail({
      error: new InputError(formatProblem(errors[0])),
      meta: { hash: org.hash, problems: errors.length },
    });
  }

  /** Remembers and logs; answers whether there was anything that had not been said before. */
  #report(
    value: Import | undefined,
    problems: readonly DefinitionProblem[],
  ): boolean {
    const { logger, metrics } = this.#options;
    const fresh = this.#lastGood.offer({ value, problems });
    for (const problem of fresh) {
      const text = `Organization files: ${formatProblem(problem)}`;
      if (problem.severity === 'error') logger.error(text);
      else logger.warn(text);
    }
    if (!value && fresh.length > 0) {
      logger.error(
        'The organization files are not taken over: the catalog keeps the last good model until they are put right',
      );
    }
    metrics.record(this.#lastGood.value?.refs.size, problems);
    return fresh.length > 0;
  }
}

function countChanges(before: ReadonlySet<string>, after: ReadonlySet<string>) {
  return {
    entities: after.size,
    added: [...after].filter(ref => !before.has(ref)).length,
    deleted: [...before].filter(ref => !after.has(ref)).length,
  };
}
