import { annotationsOf, readEnvironment } from './facts';
import { facts, hoursLater, namespace } from '../__testUtils__/records';

describe('the facts on a namespace', () => {
  it('are read as they were written', () => {
    const about = facts({
      branch: 'fix/cart',
      task: 'task-1',
      stage: 'preparing',
      told: '12h',
    });
    const record = namespace({}, about);
    expect(readEnvironment(record)).toEqual({ ...about, namespace: record });
    expect(record.labels).toEqual({
      'app.kubernetes.io/managed-by': 'squadron',
      'environments.squadron/component': 'shop',
      'environments.squadron/owner': 'squad-b-1',
    });
  });

  it('say the end as a moment, not as a time to live', () => {
    expect(annotationsOf({ expiresAt: hoursLater(72) })).toEqual({
      'environments.squadron/expires-at': '2026-12-01T12:00:00.000Z',
    });
  });

  it.each(['component', 'owner', 'created-at', 'expires-at'])(
    'make no environment without %s',
    key => {
      const record = namespace();
      const spoilt = { ...record.annotations };
      spoilt[`environments.squadron/${key}`] = '';
      expect(
        readEnvironment({ ...record, annotations: spoilt }),
      ).toBeUndefined();
    },
  );

  it('make no environment of what others manage', () => {
    const labels = { 'app.kubernetes.io/managed-by': 'Helm' };
    expect(readEnvironment(namespace({ labels }))).toBeUndefined();
  });
});
