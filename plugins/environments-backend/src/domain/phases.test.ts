import { heldBy, phaseOf } from './phases';
import {
  environment,
  hoursLater,
  made,
  namespace,
} from '../__testUtils__/records';

describe('the phase of an environment', () => {
  it.each([
    ['preparing', environment({ stage: 'preparing' }), 0],
    ['ready', environment(), 71.9],
    ['expired', environment(), 72],
    ['expired', environment({ stage: 'preparing' }), 73],
    ['terminating', environment({}, { deletedAt: made }), 0.1],
    ['stuck', environment({}, { deletedAt: made }), 0.2],
  ])('is %s', (phase, of, hours) => {
    expect(phaseOf(of, hoursLater(hours))).toBe(phase);
  });
});

describe('what holds a namespace', () => {
  const condition = (type: string, isTrue: boolean) => ({
    type,
    isTrue,
    message: `${type} says why.`,
  });

  it('is what its cluster says of it, and its own finalizers', () => {
    const held = namespace({
      conditions: [
        condition('NamespaceDeletionContentFailure', false),
        condition('NamespaceFinalizersRemaining', true),
        condition('Other', true),
      ],
      finalizers: ['example.org/backup'],
    });
    expect(heldBy(held)).toBe(
      'NamespaceFinalizersRemaining says why.; The namespace has the finalizer example.org/backup',
    );
  });

  it('may be unknown', () => {
    expect(heldBy(namespace())).toMatch('does not say what holds it');
  });
});
