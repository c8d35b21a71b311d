import { z } from 'zod/v3';

const draftSchema = z.object({
  /** Ref of the template. */
  template: z.string(),
  values: z.record(z.unknown()),
  savedAt: z.string(),
});

/** A form that somebody began to fill in; one for each golden path. */
export type Draft = z.output<typeof draftSchema>;

/** Drafts as they were stored, the latest first; what cannot be read is left out. */
export function readDrafts(stored: unknown): Draft[] {
  const entries = Array.isArray(stored) ? stored : [];
  return entries
    .flatMap(entry => draftSchema.safeParse(entry).data ?? [])
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** Drafts but that of one golden path. */
export function withoutDraft(
  drafts: readonly Draft[],
  template: string,
): Draft[] {
  return drafts.filter(each => each.template !== template);
}

/** Keeps a draft in the place of an older one of the same golden path. */
export function withDraft(drafts: readonly Draft[], draft: Draft): Draft[] {
  return [draft, ...withoutDraft(drafts, draft.template)];
}

/** Whether anything was filled in that is worth to be kept. */
export function isWorthKeeping(values: Record<string, unknown>): boolean {
  return [values.name, values.description].some(
    value => typeof value === 'string' && value !== '',
  );
}
