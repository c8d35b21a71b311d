import { z } from 'zod/v3';

const draftSchema = z.object({
  id: z.string(),
  /** Ref of the template. */
  template: z.string(),
  values: z.record(z.unknown()),
  savedAt: z.string(),
});

/** A form that somebody began to fill in. */
export type Draft = z.output<typeof draftSchema>;

/** Beyond so many, the oldest are forgotten. */
export const mostDrafts = 20;

/** A draft as it was stored; nothing when it cannot be read. */
export function readDraft(stored: unknown): Draft | undefined {
  return draftSchema.safeParse(stored).data;
}

/** Drafts with the latest first, each once. */
export function latestFirst(drafts: Iterable<Draft>): Draft[] {
  const sorted = [...drafts].sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  return sorted.filter(
    ({ id }, at) => sorted.findIndex(each => each.id === id) === at,
  );
}

/** What a form is about: the name of what it makes, or the component that it changes. */
export function subjectOf(values: Record<string, unknown>): string | undefined {
  return [values.name, values.component].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}

/** What of a form may be kept: fields of secrets hold asterisks in the place of what was typed. */
export function keepable(
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => typeof value !== 'string' || !/^\*+$/.test(value),
    ),
  );
}

/** Whether anything was filled in that is worth to be kept. */
export function isWorthKeeping(values: Record<string, unknown>): boolean {
  const { description } = values;
  return (
    subjectOf(values) !== undefined ||
    (typeof description === 'string' && description !== '')
  );
}
