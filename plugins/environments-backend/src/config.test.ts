import { mockServices } from '@backstage/backend-test-utils';
import { readLimits, readQuota } from './config';
import { defaultLimits } from './domain/expiry';
import { defaultQuota } from './manifests/environment';

const config = (environments: object) =>
  mockServices.rootConfig({ data: { environments: { ...environments } } });

describe('the configuration', () => {
  it('may be left out', () => {
    expect(readLimits(config({}))).toEqual(defaultLimits);
    expect(readQuota(config({}))).toEqual(defaultQuota);
  });

  it('sets how long environments stay', () => {
    const limits = { preparingMinutes: 10, readyHours: 24, mostDays: 7 };
    expect(readLimits(config({ limits }))).toEqual({
      preparing: 600_000,
      ready: 86_400_000,
      most: 7 * 86_400_000,
    });
  });

  it.each([
    { preparingMinutes: 0 },
    { readyHours: 0.1 },
    { readyHours: 72, mostDays: 2 },
  ])('cannot be %j', limits => {
    expect(() => readLimits(config({ limits }))).toThrow(
      'environments.limits must grow',
    );
  });

  it('sets the most of what it names', () => {
    const quota = { pods: 50, 'requests.nvidia.com/gpu': '1' };
    expect(readQuota(config({ quota }))).toEqual({
      ...defaultQuota,
      pods: '50',
      'requests.nvidia.com/gpu': '1',
    });
  });
});
