import { z } from 'zod/v3';
import { nearest } from './nearest';
import { DefinitionProblem } from './problems';
import { fieldsAt } from './schemaFields';
import { DefinitionPath, YamlSource } from './source';

/** Where the faults of one file are looked up. */
interface Context {
  file: string;
  schema: z.ZodTypeAny;
  raw: unknown;
  source: YamlSource;
}

/** Turns what a schema found into problems with a place and a way out. */
export function schemaProblems(
  error: z.ZodError,
  context: Context,
): DefinitionProblem[] {
  return error.issues.flatMap(issue => problemsOf(issue, context));
}

function problemsOf(issue: z.ZodIssue, context: Context): DefinitionProblem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => unknownField(key, path, context));
  }
  if (issue.code === 'invalid_union') {
    return branchOf(issue).flatMap(each => problemsOf(each, context));
  }
  const isMissing =
    issue.code === 'invalid_type' && issue.received === 'undefined';
  const { message, fix } = explain(issue, valueAt(context.raw, path));
  return [
    {
      severity: 'error',
      file: context.file,
      ...context.source.at(isMissing ? path.slice(0, -1) : path),
      message: `${subject(context.raw, path)}${message}`,
      fix,
    },
  ];
}

function unknownField(
  key: string,
  path: DefinitionPath,
  context: Context,
): DefinitionProblem {
  const known = fieldsAt(context.schema, path);
  const meant = nearest(key, known);
  return {
    severity: 'error',
    file: context.file,
    ...context.source.at([...path, key], 'field'),
    message: `${subject(context.raw, path)}unknown field "${key}"`,
    fix: meant
      ? `write "${meant}"`
      : `take it out; the fields here are ${known.join(', ')}`,
  };
}

/** Of a choice, the branch that the author most likely meant: the one whose type fits. */
function branchOf(issue: z.ZodInvalidUnionIssue): z.ZodIssue[] {
  const depth = issue.path.length;
  const branches = issue.unionErrors.map(({ issues }) => issues);
  return (
    branches.find(issues =>
      issues.every(
        each => each.code !== 'invalid_type' || each.path.length > depth,
      ),
    ) ?? branches[0]
  );
}

const typeWords: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  float: 'a number',
  integer: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a group of fields',
  string: 'text',
};

function explain(
  issue: z.ZodIssue,
  value: unknown,
): { message: string; fix: string } {
  const name = label(issue.path);
  if (issue.code === 'invalid_type') return wrongType(issue, name, value);
  if (issue.code === 'invalid_enum_value') {
    const meant = nearest(String(value), issue.options.map(String));
    const choices = issue.options.join(', ');
    return {
      message: `${name} cannot be ${quote(value)}`,
      fix: meant
        ? `write ${meant}, or another of ${choices}`
        : `write one of ${choices}`,
    };
  }
  return { message: `${name} cannot be ${quote(value)}`, fix: issue.message };
}

function wrongType(
  issue: z.ZodInvalidTypeIssue,
  name: string,
  value: unknown,
): { message: string; fix: string } {
  const expected = typeWords[issue.expected] ?? issue.expected;
  if (issue.received === 'undefined') {
    return { message: `${name} is missing`, fix: `add it: ${expected}` };
  }
  if (issue.received === 'null') {
    return {
      message: `${name} has no value`,
      fix: `write ${expected}, or take the line out`,
    };
  }
  const received = typeWords[issue.received] ?? issue.received;
  const fixes: Record<string, string> = {
    string: `put it in quotes: "${String(value)}"`,
    array: 'put each item on a line of its own that begins with "- "',
    object: 'write its fields on lines of their own, indented',
  };
  const isScalar = typeof value !== 'object';
  return {
    message: `${name} must be ${expected}, and here is ${received}`,
    fix:
      issue.expected === 'string' && !isScalar
        ? 'write text on the same line'
        : (fixes[issue.expected] ?? `write ${expected}`),
  };
}

/** `B-1: ` for a fault inside the item with that code, nothing at the top of a file. */
function subject(raw: unknown, path: DefinitionPath): string {
  for (let length = path.length; length > 0; length--) {
    const value = valueAt(raw, path.slice(0, length));
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      const fields = value as Record<string, unknown>;
      const id = fields.code ?? fields.slug ?? fields.name ?? fields.id;
      if (typeof id === 'string') return `${id}: `;
    }
  }
  return '';
}

function label(path: DefinitionPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.findLast(segment => typeof segment === 'string');
  return `item ${last + 1} of "${list ?? 'the list'}"`;
}

function quote(value: unknown): string {
  const text =
    typeof value === 'object'
      ? typeWords[Array.isArray(value) ? 'array' : 'object']
      : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function valueAt(raw: unknown, path: DefinitionPath): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      value && typeof value === 'object'
        ? (value as Record<string | number, unknown>)[segment]
        : undefined,
    raw,
  );
}
