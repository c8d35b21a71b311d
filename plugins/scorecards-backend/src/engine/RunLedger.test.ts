import { RunLedger } from './RunLedger';

const run = {
  id: '1',
  collector: 'prometheus',
  state: 'running' as const,
  trigger: 'schedule',
  startedAt: 0,
  attempts: 1,
  kpis: 1,
  answered: 0,
  accepted: 0,
  rejected: 0,
  problems: [],
};
const message = `http://ann:secret@prometheus answers ${'x'.repeat(2_000)}`;

describe('RunLedger', () => {
  it('keeps of what went wrong no credentials and no more than people read', () => {
    const ledger = new RunLedger();
    ledger.answer({ kpi: 'a', fault: { kind: 'lasting', message } });
    ledger.recorded(
      [{ kpi: 'b', entity: 'e', at: '2026-11-28T10:00:00Z', value: 1 }],
      {
        accepted: 0,
        corrected: 0,
        rejected: 1,
        errors: [{ index: 0, message }],
      },
    );
    const { problems } = ledger.close(run, 1, message);
    expect(problems).toHaveLength(3);
    for (const problem of [
      ...problems,
      { message: ledger.problems().get('a') },
    ]) {
      expect(problem.message).toMatch(
        /^http:\/\/\*\*\*@prometheus answers x+…$/,
      );
      expect(problem.message).toHaveLength(500);
    }
  });
});
