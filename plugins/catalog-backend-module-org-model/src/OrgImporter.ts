import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, stringifyError, toError } from '@backstage/errors';
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
import { ImportMetrics } from './ImportMetrics';
import { ManagedEntities } from './ManagedEntities';
import { OrgModelEntityProvider } from './OrgModelEntityProvider';

/** The topic on which an import is announced. */
const ORG_MODEL_IMPORTED_TOPIC = 'org-model.imported';

interface Options {
  load: () => Promise<LoadedOrg>;
  provider: Pick<OrgModelEntityProvider, 'replaceAll'>;
  managed: Pick<ManagedEntities, 'refs'>;
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
}

/** Takes the files over into the catalog when they changed and are good; else the catalog stays. */
export class OrgImporter {
  readonly #options: Options;
  readonly #lastGood = new LastGood<Import>();
  /** Readings run one after the other, whoever asks for them. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Reads the files and imports them if need be. */
  async refresh(): Promise<void> {
    const next = this.#queue.then(() => this.#refresh());
    this.#queue = next.catch(() => undefined);
    return next;
  }

  /** What people and monitors are told. */
  async status(): Promise<DefinitionsStatus> {
    const status = this.#lastGood.status();
    const imported = this.#lastGood.value;
    if (imported) return { ...status, entities: imported.refs.size };
    // After a restart with bad files the catalog still holds what an earlier process read.
    const { size } = await this.#options.managed.refs();
    return size > 0
      ? { ...status, status: 'stale', entities: size }
      : { ...status, status: 'empty' };
  }

  async #refresh(): Promise<void> {
    const org = await this.#options.load();
    if (hasErrors(org.problems)) {
      await this.#refuse(org, org.problems);
      return;
    }
    const last = this.#lastGood.value;
    if (last?.hash === org.hash) {
      this.#report(last, org.problems);
      return;
    }
    const existing = last?.refs ?? (await this.#options.managed.refs());
    const wanted = new Set(
      org.entities.map(({ entity }) => stringifyEntityRef(entity)),
    );
    const { maxDeletedPercent } = this.#options;
    const refusal = guardDeletions({ existing, wanted, maxDeletedPercent });
    if (refusal) await this.#refuse(org, [refusal, ...org.problems]);
    else await this.#apply(org, existing);
  }

  async #apply(org: LoadedOrg, existing: ReadonlySet<string>): Promise<void> {
    const { auditor, events, logger, provider } = this.#options;
    const { hash } = org;
    const audit = await auditor.createEvent({
      eventId: 'org-model-import',
      severityLevel: 'medium',
      meta: { hash },
    });
    try {
      const refs = await provider.replaceAll(org.entities);
      const counts = countChanges(existing, refs);
      this.#report({ hash, refs }, org.problems);
      await audit.success({ meta: { hash, ...counts } });
      logger.info(
        `Imported the organization: ${counts.entities} entities, ${counts.added} new, ${counts.deleted} deleted`,
      );
      await events.publish({
        topic: ORG_MODEL_IMPORTED_TOPIC,
        eventPayload: { hash, ...counts },
      });
    } catch (error) {
      await audit.fail({ error: toError(error) });
      this.#report(undefined, [
        {
          severity: 'error',
          message: `the catalog did not take the organization over: ${stringifyError(error)}`,
          fix: 'look at the log of the catalog; the next reading tries again',
        },
      ]);
    }
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
