import {
  RootHttpRouterConfigureContext,
  rootHttpRouterServiceFactory,
} from '@backstage/backend-defaults/rootHttpRouter';

type RequestHandler = RootHttpRouterConfigureContext['healthRouter'];

const feedAddress = /(\/api\/org-model\/calendar\/)[^?#\s]+/gi;

/** The address of a calendar feed without its token, which is all that one needs to open it. */
function withoutFeedToken(address: string): string {
  return address.replace(feedAddress, '$1***');
}

/** The logs of requests and of audit events tell `originalUrl`; routes are found by `url`. */
const hideFeedTokens: RequestHandler = (req, _res, next) => {
  req.originalUrl = withoutFeedToken(req.originalUrl);
  const { referer } = req.headers;
  if (referer) req.headers.referer = withoutFeedToken(referer);
  next();
};

/** What every request passes before the plugins' routes: no log gives a calendar feed away. */
export function configure({
  app,
  applyDefaults,
}: Pick<RootHttpRouterConfigureContext, 'app' | 'applyDefaults'>): void {
  app.use(hideFeedTokens);
  applyDefaults();
}

export default rootHttpRouterServiceFactory({ configure });
