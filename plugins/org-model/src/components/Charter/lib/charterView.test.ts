import { Entity } from '@backstage/catalog-model';
import { aGroupAnswer } from '../../../__testUtils__/groupAnswer';
import {
  childrenTitle,
  hasCharter,
  missingParts,
  stackChips,
} from './charterView';

function anEntity(kind: string, name: string, owner?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: owner ? { owner } : {},
  };
}

describe('hasCharter', () => {
  it.each([
    ['a group', anEntity('Group', 'squad-b-1'), true],
    ['its System', anEntity('System', 'squad-b-1', 'squad-b-1'), true],
    [
      'its Domain by full ref',
      anEntity('Domain', 'division-1b', 'group:default/division-1b'),
      true,
    ],
    [
      'a System of another name',
      anEntity('System', 'module-x', 'department-engineering'),
      false,
    ],
    [
      'a System owned by a person of its name',
      anEntity('System', 'ciso', 'user:default/ciso'),
      false,
    ],
    ['a System without an owner', anEntity('System', 'squad-b-1'), false],
    ['a Component', anEntity('Component', 'x', 'x'), false],
  ])('answers for %s', (_, entity, expected) => {
    expect(hasCharter(entity)).toBe(expected);
  });
});

describe('stackChips', () => {
  it('leads to the technology and shows each text once', () => {
    expect(
      stackChips([
        { text: 'Istio 1.23', technology: 'tech-istio' },
        { text: 'Istio 1.23', technology: 'tech-istio' },
        { text: 'Go', technology: 'resource:default/tech-go' },
        { text: 'in-house' },
      ]),
    ).toEqual([
      { text: 'Istio 1.23', technology: 'resource:default/tech-istio' },
      { text: 'Go', technology: 'resource:default/tech-go' },
      { text: 'in-house', technology: undefined },
    ]);
  });
});

describe('missingParts', () => {
  it('names what the file leaves out', () => {
    expect(missingParts(aGroupAnswer())).toEqual([]);
    expect(
      missingParts(aGroupAnswer({ kpis: [], responsibilities: [] })),
    ).toEqual(['responsibilities', 'KPIs']);
  });
});

describe('childrenTitle', () => {
  it('names the type when all share one', () => {
    expect(childrenTitle(['unit', 'unit'])).toBe('Units');
    expect(childrenTitle(['division', 'council'])).toBe('Groups below');
    expect(childrenTitle(['guild'])).toBe('Groups below');
  });
});
