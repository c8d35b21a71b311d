import { mockServices } from '@backstage/backend-test-utils';

/** An audit log whose events can be looked at. */
export function mockAuditor() {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  return { auditor, event };
}
