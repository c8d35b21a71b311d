import {
  ExtendedHttpServer,
  rootHttpRouterServiceFactory,
} from '@backstage/backend-defaults/rootHttpRouter';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { configure } from './rootHttpRouter';

describe('the root HTTP router', () => {
  /** Asks for a path, and answers with what the route saw and what was logged. */
  async function ask(path: string, headers: Record<string, string> = {}) {
    const logger = mockServices.rootLogger.mock();
    logger.child.mockReturnValue(logger);
    const seen: string[] = [];
    let server: ExtendedHttpServer;
    const router = await ServiceFactoryTester.from(
      rootHttpRouterServiceFactory({
        configure: context => {
          server = context.server as ExtendedHttpServer;
          configure(context);
        },
      }),
      {
        dependencies: [
          logger.factory,
          mockServices.rootConfig.factory({
            data: { backend: { listen: { host: '127.0.0.1', port: 0 } } },
          }),
        ],
      },
    ).getSubject();
    router.use('/api/org-model', (req, res) => {
      seen.push(req.url);
      res.end();
    });
    try {
      await fetch(`http://127.0.0.1:${server!.port()}${path}`, { headers });
    } finally {
      await server!.stop();
    }
    return { seen, logged: JSON.stringify(logger.info.mock.calls) };
  }

  it.each([
    '/api/org-model/calendar/s3cret.ics',
    '/API/org-model/Calendar/s3cret.ics?x=1',
    '/api/org-model/calendar/s3cret/more',
  ])('logs %s without the token, which the route still sees', async path => {
    const { seen, logged } = await ask(path);
    expect(seen).toEqual([expect.stringContaining('s3cret')]);
    expect(logged).toMatch(/GET \/api\/org-model\/calendar\/\*\*\*/i);
    expect(logged).toContain('incomingRequest');
    expect(logged).not.toContain('s3cret');
  });

  it('logs no token that comes as the referrer', async () => {
    const { logged } = await ask('/api/org-model/tree', {
      referer: 'https://portal.example/api/org-model/calendar/s3cret.ics',
    });
    expect(logged).toContain('GET /api/org-model/tree ');
    expect(logged).toContain('calendar/***');
    expect(logged).not.toContain('s3cret');
  });
});
