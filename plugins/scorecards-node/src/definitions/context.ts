import type { Locate, ProblemList } from '@squadron/backend-kit';
import type { KpiFileItem } from './schema';

/** A KPI as its file has it, with what is needed to say what is wrong with it. */
export interface KpiContext {
  item: KpiFileItem;
  at: Locate;
  problems: ProblemList;
  /** Refs of the groups that there are; left out, nobody checks references. */
  known?: ReadonlySet<string>;
}
