import type { CallerCredentials, IdempotencyKeys } from '@squadron/backend-kit';
import {
  SamplesAnswer,
  scorecardsSampleCreatePermission,
} from '@squadron/plugin-scorecards-common';
import type { CellKeeper } from '../engine/CellKeeper';
import type { ScorecardAuthorizer } from '../services/ScorecardAuthorizer';
import type { SampleCommands } from '../services/SampleCommands';
import type { ScorecardsHandlers } from './types';

export interface SampleRouteOptions {
  samples: Pick<SampleCommands, 'record' | 'dryRun'>;
  cells: Pick<CellKeeper, 'evaluate'>;
  keys: Pick<IdempotencyKeys, 'run'>;
  groups: Pick<ScorecardAuthorizer, 'may'>;
}

/** Routes by which samples come in. */
export function sampleRoutes(
  options: SampleRouteOptions,
): Pick<ScorecardsHandlers, 'pushSamples' | 'dryRunSamples' | 'evaluate'> {
  const { samples, cells, keys, groups } = options;
  return {
    async pushSamples({ body, credentials, audit }) {
      const by = callerOf(credentials);
      const record = async () => {
        const may = await groups.may(
          scorecardsSampleCreatePermission,
          credentials,
        );
        return samples.record(body.samples, { source: 'push', by }, may);
      };
      const { idempotencyKey: key, ...request } = body;
      const answer = key
        ? await keys.run({ key, caller: by, request }, record)
        : await record();
      audit(countsOf(answer));
      return answer;
    },
    async dryRunSamples({ body, credentials }) {
      const may = await groups.may(
        scorecardsSampleCreatePermission,
        credentials,
      );
      const by = callerOf(credentials);
      return samples.dryRun(body.samples, { source: 'push', by }, may);
    },
    async evaluate({ audit }) {
      const answer = await cells.evaluate();
      audit(answer);
      return answer;
    },
  };
}

/** A person by their ref, a plugin by its name. */
function callerOf({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}

function countsOf({ errors, ...counts }: SamplesAnswer) {
  const codes = [...new Set(errors.map(({ code }) => code))];
  return codes.length > 0 ? { ...counts, codes } : counts;
}
