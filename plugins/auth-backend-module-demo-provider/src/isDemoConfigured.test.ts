import { mockServices } from '@backstage/backend-test-utils';
import { isDemoConfigured } from './isDemoConfigured';

const configured = mockServices.rootConfig({
  data: { auth: { providers: { demo: {} } } },
});
const other = mockServices.rootConfig({
  data: { auth: { providers: { oidc: {} } } },
});

describe('isDemoConfigured', () => {
  it('is true where the key is present, even if empty', () => {
    expect(isDemoConfigured(configured, 'development')).toBe(true);
    expect(isDemoConfigured(configured, undefined)).toBe(true);
  });

  it('is false without the key, in production too', () => {
    expect(isDemoConfigured(other, 'production')).toBe(false);
    expect(isDemoConfigured(mockServices.rootConfig(), undefined)).toBe(false);
  });

  it('refuses the key in production and says what to do', () => {
    expect(() => isDemoConfigured(configured, 'production')).toThrow(
      /NODE_ENV=production.*auth\.providers\.oidc/,
    );
  });
});
