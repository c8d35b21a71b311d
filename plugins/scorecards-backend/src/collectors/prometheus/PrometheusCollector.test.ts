import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readBody } from 'node:stream/consumers';
import { mockServices } from '@backstage/backend-test-utils';
import type { Collected } from '@squadron/plugin-scorecards-node';
import { startHttpServer } from '../../__testUtils__/httpServer';
import { kpi } from '../../__testUtils__/kpi';
import { PrometheusCollector } from './PrometheusCollector';

const to = new Date('2026-11-28T10:05:00Z');
const headers = { authorization: 'Bearer s3cret' };
const vector = (...values: string[]) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: values.map(value => ({ metric: {}, value: [1, value] })),
  },
});

interface Options {
  source?: object;
  from?: string;
  kind?: 'gauge' | 'ratio';
  queryTimeoutSeconds?: number;
}

interface Asked {
  path?: string;
  authorization?: string;
  body: Record<string, string>;
}

function collectorOf(url: string, queryTimeoutSeconds = 30) {
  return new PrometheusCollector({
    url,
    headers,
    everySeconds: 60,
    timeoutSeconds: 30,
    queryTimeoutSeconds,
  });
}

/** Runs the collector for one KPI against a server that answers so. */
async function collectFrom(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
  options: Options = {},
): Promise<{ results: Collected[]; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = await startHttpServer(async (request, response) => {
    asked.push({
      path: request.url,
      authorization: request.headers.authorization,
      body: Object.fromEntries(new URLSearchParams(await readBody(request))),
    });
    answer(response, request);
  });
  try {
    return { results: await collect(server.url, options), asked };
  } finally {
    await server.stop();
  }
}

async function collect(
  url: string,
  options: Options = {},
): Promise<Collected[]> {
  const collector = collectorOf(url, options.queryTimeoutSeconds);
  const source = collector.schema.parse({
    type: 'prometheus',
    text: 'x',
    value: 'up[$range]',
    ...options.source,
  });
  const results: Collected[] = [];
  const request = {
    kpis: [
      {
        kpi: kpi('k', { kind: options.kind ?? 'gauge', cadenceSeconds: 300 }),
        source,
        entities: ['group:default/a'],
        from: new Date(options.from ?? '2026-11-28T10:00:00Z'),
      },
    ],
    to,
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };
  for await (const result of collector.collect(request)) results.push(result);
  return results;
}

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) => {
    response.statusCode = status;
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

describe('the collector of Prometheus', () => {
  it('asks with its headers for the value of now', async () => {
    const { results, asked } = await collectFrom(json(vector('4.2')));
    expect(results).toEqual([
      {
        kpi: 'k',
        samples: [
          {
            kpi: 'k',
            entity: 'group:default/a',
            at: '1970-01-01T00:00:01.000Z',
            value: 4.2,
          },
        ],
      },
    ]);
    expect(asked).toEqual([
      {
        path: '/api/v1/query',
        authorization: 'Bearer s3cret',
        body: { query: 'up[300s]', time: '1795860300', timeout: '30s' },
      },
    ]);
  });

  it('asks for what was missed since, and keeps the present apart', async () => {
    const { results, asked } = await collectFrom(
      (response, { url }) =>
        url?.endsWith('query_range')
          ? json({
              status: 'success',
              data: {
                resultType: 'matrix',
                result: [
                  {
                    metric: {},
                    values: [
                      [10, '1'],
                      [20, 'NaN'],
                      [30, '3'],
                    ],
                  },
                ],
              },
            })(response)
          : json(vector('4'))(response),
      { from: '2026-11-28T09:48:00Z' },
    );
    const range = asked.find(({ path }) => path?.endsWith('query_range'));
    expect(range?.body).toMatchObject({
      start: '1795859400',
      end: '1795860000',
      step: '300',
    });
    expect(results[0].samples?.map(({ value }) => value).sort()).toEqual([
      1, 3, 4,
    ]);
    expect(results[0].fault?.message).toContain('"value" is NaN');
  });

  it('takes an empty vector for no event', async () => {
    const { results } = await collectFrom(json(vector()));
    expect(results).toEqual([{ kpi: 'k', samples: [] }]);
  });

  it('asks for nothing before the next time has come', async () => {
    const { results, asked } = await collectFrom(json(vector('1')), {
      kind: 'ratio',
      source: { value: undefined, good: 'g', total: 't' },
      from: '2026-11-28T10:05:00Z',
    });
    expect(results).toEqual([{ kpi: 'k', samples: [] }]);
    expect(asked).toEqual([]);
  });

  it.each([
    [
      'a wrong query',
      json({ status: 'error', error: 'parse error' }, 400),
      'lasting',
      'cannot do the query: parse error',
    ],
    ['no access', json('no', 403), 'lasting', 'check the headers'],
    ['garbage', json('<html>'), 'lasting', 'check the url'],
    [
      'garbage in JSON',
      json({ status: 'success', data: {} }),
      'lasting',
      'check the url',
    ],
    [
      'a text',
      json({
        status: 'success',
        data: { resultType: 'string', result: [1, 'x'] },
      }),
      'lasting',
      'a vector or a number',
    ],
    ['a redirect', json('', 302), 'lasting', 'check the url'],
    [
      'too much load',
      json({ status: 'error', error: 'query timed out' }, 503),
      'passing',
      'query timed out',
    ],
  ])('says what to do about %s', async (_, answer, kind, message) => {
    const { results } = await collectFrom(answer);
    expect(results).toMatchObject([
      { kpi: 'k', fault: { kind, message: expect.stringContaining(message) } },
    ]);
    expect(JSON.stringify(results)).not.toContain('s3cret');
  });

  it.each([
    ['silence', () => {}],
    ['half an answer', (response: ServerResponse) => response.write('{')],
  ])('does not wait for the end of %s', async (_, answer) => {
    const { results } = await collectFrom(answer, { queryTimeoutSeconds: 0.2 });
    expect(results).toEqual([
      {
        kpi: 'k',
        fault: {
          kind: 'passing',
          message: expect.stringContaining('did not answer within 0.2 s'),
        },
      },
    ]);
  });

  it('says that nothing answers, and asks again', async () => {
    const server = await startHttpServer(() => {});
    await server.stop();
    expect(await collect(server.url)).toEqual([
      {
        kpi: 'k',
        fault: {
          kind: 'passing',
          message: expect.stringContaining('refuses connections'),
        },
      },
    ]);
  });
});
