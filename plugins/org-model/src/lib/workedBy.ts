import type {
  GroupAnswer,
  GroupSummary,
} from '@squadron/plugin-org-model-common';
import { isWorkedByParent } from './words';

/** The group whose people work this one: of a unit without people of its own, its squad. */
export function workedBy(group: GroupAnswer): GroupSummary | undefined {
  return isWorkedByParent(group)
    ? group.ancestors.findLast(({ type }) => type !== 'unit')
    : undefined;
}
