import { mockServices } from '@backstage/backend-test-utils';
import { readPollMs } from './config';

const read = (pollSeconds?: number) =>
  readPollMs(
    mockServices.rootConfig({ data: { orgModel: { index: { pollSeconds } } } }),
  );

describe('readPollMs', () => {
  it('looks every 10 seconds unless told otherwise', () => {
    expect(read()).toBe(10_000);
    expect(read(15)).toBe(15_000);
  });

  it.each([4, 16, 30])(
    'refuses %d seconds, with which a replica could be too far behind',
    seconds => {
      expect(() => read(seconds)).toThrow('write 5 to 15');
    },
  );
});
