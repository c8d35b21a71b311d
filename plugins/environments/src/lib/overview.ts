import type {
  Cluster,
  Environment,
} from '@squadron/plugin-environments-common';
import { soon } from './countdown';
import { isGoing } from './phases';

/** What the page is about, in figures. */
export interface EnvironmentFigures {
  inUse: number;
  ending: number;
  stuck: number;
  answering: number;
  clusters: number;
}

/** Whether somebody must keep it longer soon, or lose it. */
export function endsSoon(
  { phase, expiresAt }: Pick<Environment, 'phase' | 'expiresAt'>,
  now: number,
  within = soon,
): boolean {
  if (phase === 'preparing' || isGoing(phase)) return false;
  return Date.parse(expiresAt) - now < within;
}

export function figuresOf(
  items: readonly Environment[],
  clusters: readonly Cluster[],
  now: number,
): EnvironmentFigures {
  return {
    inUse: items.filter(({ phase }) => !isGoing(phase)).length,
    ending: items.filter(each => endsSoon(each, now)).length,
    stuck: items.filter(({ phase }) => phase === 'stuck').length,
    answering: clusters.filter(({ problem }) => problem === undefined).length,
    clusters: clusters.length,
  };
}

/** The figures in one sentence or two. */
export function answerOf(
  { inUse, ending, stuck, answering, clusters }: EnvironmentFigures,
  scope: string,
): string {
  if (clusters === 0) return 'No cluster is configured for environments.';
  const count = inUse === 1 ? '1 environment' : `${inUse || 'No'} environments`;
  const parts = [
    `${count} of ${scope} in use`,
    ending > 0 && `${ending} ${ending === 1 ? 'ends' : 'end'} within 12 hours`,
    stuck > 0 && `${stuck} ${stuck === 1 ? 'is' : 'are'} stuck`,
  ].filter(Boolean);
  const silent = clusters - answering;
  const down =
    silent > 0
      ? ` ${silent} of ${clusters} clusters ${silent === 1 ? 'does' : 'do'} not answer.`
      : '';
  return `${parts.join('; ')}.${down}`;
}
