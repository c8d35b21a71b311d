import { outcomeOf } from './syncEvents';

const log = 'event: log\ndata: "event: error\\ndata: \\"no\\""\n\n';

describe('outcomeOf', () => {
  it('reads how the build ended, whatever was logged before', () => {
    const finish = (updated: boolean) =>
      `${log}event: finish\ndata: {"updated":${updated}}\n\n`;
    expect(outcomeOf(finish(true))).toEqual({ result: 'updated' });
    expect(outcomeOf(finish(false))).toEqual({ result: 'unchanged' });
    expect(outcomeOf(`${log}event: error\ndata: "No docs"\n\n`)).toEqual({
      result: 'failed',
      message: 'No docs',
    });
  });

  it.each(['', log, 'nonsense'])('takes %j for a failure', stream => {
    expect(outcomeOf(stream)).toMatchObject({
      result: 'failed',
      message: 'the answer ended before the build did',
    });
  });
});
