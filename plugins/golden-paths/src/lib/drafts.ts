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
const mostDrafts = 20;

/** Drafts as they were stored, the latest first; what cannot be read is left out. */
export function readDrafts(stored: unknown): Draft[] {
  const entries = Array.isArray(stored) ? stored : [];
  return entries
    .flatMap(entry => draftSchema.safeParse(entry).data ?? [])
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** Drafts but one. */
export function withoutDraft(drafts: readonly Draft[], id: string): Draft[] {
  return drafts.filter(each => each.id !== id);
}

/** Keeps a draft in the place of its older self. */
export function withDraft(drafts: readonly Draft[], draft: Draft): Draft[] {
  return [draft, ...withoutDraft(drafts, draft.id)].slice(0, mostDrafts);
}

/** What a form is about: the name of what it makes, or the component that it changes. */
export function subjectOf(values: Record<string, unknown>): string | undefined {
  return [values.name, values.component].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}

/** Drafts but those of a form that was sent. */
export function withoutSent(
  drafts: readonly Draft[],
  template: string,
  values: Record<string, unknown>,
): Draft[] {
  const subject = subjectOf(values);
  return drafts.filter(
    draft => draft.template !== template || subjectOf(draft.values) !== subject,
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
