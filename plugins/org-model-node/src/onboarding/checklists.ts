import type {
  OnboardingPhase,
  PortalRole,
} from '@squadron/plugin-org-model-common';

/** Whom a checklist may name without knowing the reader's group. */
export const acquaintances = ['lead', 'teammate', 'dependency'] as const;

/** See {@link acquaintances}. */
export type Acquaintance = (typeof acquaintances)[number];

/** What there is to do, with what it needs. */
export type ChecklistTask =
  | { kind: 'read' | 'create'; link: string }
  /** `whom` is an acquaintance or the ref of a User. */
  | { kind: 'meet'; whom: string; link?: string }
  /** `from` is the ref of a Group. */
  | { kind: 'access'; from: string; link?: string }
  | { kind: 'do'; link?: string };

/** An item of a checklist, for nobody in particular. */
export interface ChecklistItem {
  id: string;
  title: string;
  why?: string;
  phase: OnboardingPhase;
  task: ChecklistTask;
}

/** What the people of some roles do in their first weeks. */
export interface Checklist {
  id: string;
  title: string;
  roles: readonly (PortalRole | 'everyone')[];
  items: readonly ChecklistItem[];
}
