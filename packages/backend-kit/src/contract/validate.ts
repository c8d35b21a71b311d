import { InputError } from '@backstage/errors';
import type { RouteContract } from '@squadron/contract';
import type { Request } from 'express';
import { z } from 'zod/v3';

const parts = [
  { name: 'params', label: 'path parameter' },
  { name: 'query', label: 'query parameter' },
  { name: 'body', label: 'body field' },
] as const;

function describe(label: string, issue: z.ZodIssue): string {
  const field = issue.path.join('.');
  const where = field ? `${label} "${field}"` : label.replace(' field', '');
  return issue.message === 'Required'
    ? `${where} is missing`
    : `${where}: ${issue.message}`;
}

/** What a handler gets: path, query and body as the contract's schemas parsed them. */
export function parseRequest(route: RouteContract, req: Request) {
  const problems: string[] = [];
  const input = { params: {}, query: {}, body: undefined };
  for (const { name, label } of parts) {
    const parsed = route[name]?.safeParse(req[name]);
    if (parsed?.success) {
      Object.assign(input, { [name]: parsed.data });
    } else if (parsed) {
      problems.push(...parsed.error.issues.map(each => describe(label, each)));
    }
  }
  if (problems.length > 0) throw new InputError(problems.join('; '));
  return input;
}

/** Fails when an answer is not what the contract promises: a fault of the server. */
export function checkAnswer(
  name: string,
  route: RouteContract,
  answer: unknown,
) {
  const parsed = route.response?.safeParse(answer);
  if (parsed && !parsed.success) {
    const problems = parsed.error.issues.map(each => describe('field', each));
    throw new Error(
      `The answer of ${name} breaks its contract: ${problems.slice(0, 5).join('; ')}`,
    );
  }
}
