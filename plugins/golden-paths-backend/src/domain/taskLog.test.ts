import type { LogEvent, TaskSpec } from '@backstage/plugin-scaffolder-common';
import { endOf, isRefusal, retryOf } from './taskLog';

const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 12, 0, second));

/** A log with an event each second; the body of an end has an error that the type of the scaffolder lacks. */
function logOf(...events: [type: LogEvent['type'], body?: object][]) {
  return events.map(([type, body = {}], second) => ({
    type,
    body: { message: '', ...body },
    createdAt: at(second).toISOString(),
  })) as Pick<LogEvent, 'type' | 'body' | 'createdAt'>[];
}
const step = (
  stepId: string,
  status: 'completed' | 'failed' | 'processing' | 'cancelled',
): [LogEvent['type'], object] => ['log', { stepId, status }];
const end = (name?: string, message = ''): [LogEvent['type'], object] => [
  'completion',
  name ? { error: { name, message } } : {},
];

const steps = [
  ['tags', 'squadron:tags:check'],
  ['find', 'squadron:environment:find'],
  ['write', 'fetch:template'],
  ['publish', 'squadron:git:publish'],
  ['catalog', 'squadron:catalog:ensure'],
].map(([id, action]) => ({ id, name: id, action })) as TaskSpec['steps'];

describe('the end of a task', () => {
  it('is its last, if it has one', () => {
    expect(endOf(logOf(end(), end(), step('tags', 'failed')))).toEqual(at(1));
    expect(endOf(logOf(step('tags', 'completed')))).toBeUndefined();
  });
});

describe('the attempt of a task', () => {
  it.each<[string, Parameters<typeof logOf>, Date | undefined]>([
    ['the first', [step('tags', 'completed'), end()], undefined],
    [
      'a later one',
      [step('tags', 'failed'), ['recovered'], step('tags', 'completed'), end()],
      at(1),
    ],
    [
      'one after it was cancelled',
      [step('tags', 'cancelled'), ['recovered'], end()],
      at(1),
    ],
    [
      'the last of three',
      [
        step('tags', 'failed'),
        ['recovered'],
        step('tags', 'failed'),
        ['recovered'],
        end(),
      ],
      at(3),
    ],
    [
      'the same after a stop of the portal',
      [step('write', 'processing'), ['recovered'], end()],
      undefined,
    ],
  ])('is %s', (_, events, startedAt) => {
    expect(retryOf(logOf(...events))).toEqual(startedAt);
  });
});

describe('a refusal', () => {
  it.each<[string, Parameters<typeof logOf>, boolean]>([
    [
      'of who may not do it, before anything is made',
      [
        step('tags', 'completed'),
        step('write', 'completed'),
        step('publish', 'failed'),
        end('NotAllowedError'),
      ],
      true,
    ],
    [
      'of what somebody filled in',
      [step('tags', 'failed'), end('InputError', 'The tag owner is missing')],
      true,
    ],
    [
      'of what the template gives to a check',
      [
        step('tags', 'failed'),
        end('InputError', 'Invalid input passed to action squadron:tags:check'),
      ],
      false,
    ],
    [
      'in the middle',
      [
        step('publish', 'completed'),
        step('catalog', 'failed'),
        end('NotAllowedError'),
      ],
      false,
    ],
    [
      'by an action that makes something of its input',
      [step('publish', 'failed'), end('InputError', 'No such folder')],
      false,
    ],
    ['by a machine', [step('tags', 'failed'), end('Error')], false],
    ['that says nothing', [end()], false],
  ])('%s', (_, events, expected) => {
    expect(isRefusal(logOf(...events), steps)).toBe(expected);
  });
});
