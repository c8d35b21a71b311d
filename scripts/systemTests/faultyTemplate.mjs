import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from '../lib/paths.mjs';

/** What a fault after a step of a golden path is called. */
export const faultAfter = (kind, step) => `${kind} after ${step}`;

/** Steps that follow one, and do something only when the form asks for it. */
function faultsAfter({ id }) {
  return [
    {
      id: `fail-${id}`,
      name: `Fail after ${id}`,
      if: `\${{ parameters.fault == '${faultAfter('fail', id)}' }}`,
      // A tag of the policy is missing, which it truly refuses.
      action: 'squadron:tags:check',
      input: { tags: {} },
    },
    {
      id: `wait-${id}`,
      name: `Wait after ${id}`,
      if: `\${{ parameters.fault == '${faultAfter('wait', id)}' }}`,
      action: 'debug:wait',
      input: { seconds: '${{ parameters.seconds }}' },
    },
  ];
}

/**
 * Lays a golden path of the repository into a folder, once as it is and once as `faulty-service`, which
 * fails or waits after the step that its form names. Answers the ids of the steps.
 */
export function layTemplates(folder) {
  const source = join(root, 'templates/node-service');
  const faulty = join(folder, 'faulty-service');
  mkdirSync(folder, { recursive: true });
  cpSync(source, join(folder, 'node-service'), { recursive: true });
  cpSync(source, faulty, { recursive: true });
  const file = join(faulty, 'template.yaml');
  const template = parse(readFileSync(file, 'utf8'));
  template.metadata.name = 'faulty-service';
  template.spec.parameters.push({
    title: 'Fault',
    properties: {
      fault: { type: 'string' },
      seconds: { type: 'integer', default: 1 },
    },
  });
  const steps = template.spec.steps;
  template.spec.steps = steps.flatMap(step => [step, ...faultsAfter(step)]);
  writeFileSync(file, stringify(template));
  return steps.map(({ id }) => id);
}
