import type { Definitions } from '../services/Definitions';
import type { ScorecardsHandlers } from './types';

/** Routes about the definitions themselves. */
export function problemRoutes({
  definitions,
}: {
  definitions: Pick<Definitions, 'status'>;
}): Pick<ScorecardsHandlers, 'problems'> {
  return { problems: () => definitions.status() };
}
