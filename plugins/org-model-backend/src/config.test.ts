import { mockServices } from '@backstage/backend-test-utils';
import { resolve } from 'node:path';
import { readOnboardingFolder, readPollMs } from './config';

const readPoll = (pollSeconds?: number) =>
  readPollMs(
    mockServices.rootConfig({ data: { orgModel: { index: { pollSeconds } } } }),
  );

describe('readPollMs', () => {
  it('looks every 10 seconds unless told otherwise', () => {
    expect(readPoll()).toBe(10_000);
    expect(readPoll(15)).toBe(15_000);
  });

  it.each([4, 16, 30])(
    'refuses %d seconds, with which a replica could be too far behind',
    seconds => {
      expect(() => readPoll(seconds)).toThrow('write 5 to 15');
    },
  );
});

describe('readOnboardingFolder', () => {
  const read = (isThere: boolean, directory?: string) =>
    readOnboardingFolder(
      mockServices.rootConfig({
        data: { orgModel: { onboarding: { directory } } },
      }),
      () => isThere,
    );

  it('is beside the organization unless another one is named', () => {
    expect(read(true)).toEqual({
      directory: resolve('../../catalog-info/onboarding'),
      label: 'catalog-info/onboarding/',
    });
    expect(read(true, '../else')).toEqual({
      directory: resolve('../else'),
      label: 'else/',
    });
  });

  it('is none where nobody has written one, unless it should be there', () => {
    expect(read(false)).toBeUndefined();
    expect(read(false, '../else')).toMatchObject({ label: 'else/' });
  });
});
