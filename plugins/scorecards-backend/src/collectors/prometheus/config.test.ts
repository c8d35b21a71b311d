import { mockServices } from '@backstage/backend-test-utils';
import { readPrometheusConfigs } from './config';

const read = (prometheus: unknown) =>
  readPrometheusConfigs(
    mockServices.rootConfig({
      data: { scorecards: { collectors: { prometheus } } } as never,
    }),
  );

describe('the configuration of Prometheus', () => {
  it('names none, one, or several', () => {
    expect(read(undefined)).toEqual([]);
    expect(read({ url: 'http://p:9090' })).toEqual([
      {
        name: undefined,
        url: 'http://p:9090',
        headers: {},
        everySeconds: 60,
        timeoutSeconds: 120,
        queryTimeoutSeconds: 20,
      },
    ]);
    const two = read([
      { name: 'a', url: 'http://a', headers: { X: '1' }, timeoutSeconds: 5 },
      { name: 'b', url: 'http://b' },
    ]);
    expect(two).toMatchObject([
      { name: 'a', headers: { X: '1' }, queryTimeoutSeconds: 5 },
      { name: 'b' },
    ]);
  });

  it.each([
    [{ url: 'prometheus:9090' }, 'write http:// or https:// in front'],
    [{ url: 'http://p', everySeconds: 1 }, 'write 5 to 86400'],
    [
      [
        { name: 'a', url: 'http://a' },
        { name: 'a', url: 'http://b' },
      ],
      'names "a" twice',
    ],
    [[{ url: 'http://a' }], 'name'],
  ])('is not %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });

  it('is refused without a word of what may be secret', () => {
    const readOne = () => read({ url: 'ann:hunter2@prometheus:9090' });
    expect(readOne).toThrow(/^((?!hunter2).)*$/);
  });
});
