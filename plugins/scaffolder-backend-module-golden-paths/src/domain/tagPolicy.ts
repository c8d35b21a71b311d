import { nearest } from '@squadron/backend-kit';
import { z } from 'zod/v3';

const key = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    'a key has lower-case letters, digits and inner hyphens',
  );

const tagRuleSchema = z
  .object({
    key,
    title: z.string().min(1),
    text: z.string().min(1),
    /** One of these. */
    values: z.array(z.string()).min(1).optional(),
    /** Or what follows this regular expression, with a value that does. */
    pattern: z.string().refine(isPattern, 'no regular expression').optional(),
    example: z.string().optional(),
    /** Or the name of a group of the organization. */
    group: z.literal(true).optional(),
  })
  .strict()
  .refine(
    ({ values, pattern, group }) =>
      [values, pattern, group].filter(Boolean).length === 1,
    'say one of `values`, `pattern` and `group`',
  );

/** Which tags everything that costs money carries: `catalog-info/costs/tag-policy.yaml`. */
export const tagPolicySchema = z
  .object({ tags: z.array(tagRuleSchema).min(1) })
  .strict();

export type TagPolicy = z.output<typeof tagPolicySchema>;
export type TagRule = TagPolicy['tags'][number];

/** What is wrong with a tag, in a sentence that says what to do. */
export interface TagFault {
  key: string;
  message: string;
}

/**
 * Checks tags by the policy: each required key has a value that its rule allows. Tags that the policy does
 * not name are free, but one that is nearly a missing key is taken for a slip.
 *
 * @param isGroup - whether the organization has a group of this name
 * @returns nothing when all is well
 */
export function checkTags(
  { tags: rules }: TagPolicy,
  tags: Readonly<Record<string, string>>,
  groups: ReadonlySet<string>,
): TagFault[] {
  const known = new Set(rules.map(rule => rule.key));
  const free = Object.keys(tags).filter(name => !known.has(name));
  return rules.flatMap(rule => {
    const value = tags[rule.key]?.trim();
    const message = value
      ? valueFault(rule, value, groups)
      : missing(rule, free);
    return message ? [{ key: rule.key, message }] : [];
  });
}

function missing(rule: TagRule, free: readonly string[]): string {
  const slip = nearest(rule.key, free);
  return slip
    ? `The tag "${rule.key}" is missing: did you mean it by "${slip}"?`
    : `The tag "${rule.key}" is missing: ${rule.text}${examplesOf(rule)}`;
}

function valueFault(
  rule: TagRule,
  value: string,
  groups: ReadonlySet<string>,
): string | undefined {
  const { values, pattern } = rule;
  const what = `"${value}" is no value of the tag "${rule.key}"`;
  if (pattern !== undefined) {
    return new RegExp(pattern, 'u').test(value)
      ? undefined
      : `${what}: ${rule.text}${examplesOf(rule)}`;
  }
  const allowed = values ? new Set(values) : groups;
  if (allowed.has(value)) return undefined;
  const meant = nearest(value, allowed);
  return meant
    ? `${what}: did you mean "${meant}"?`
    : `${what}: ${rule.text}${examplesOf(rule)}`;
}

function examplesOf({ values, example }: TagRule): string {
  if (values) return `; one of ${values.join(', ')}`;
  return example ? `; such as ${example}` : '';
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}
