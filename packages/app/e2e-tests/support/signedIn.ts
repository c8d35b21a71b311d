import { APIRequestContext, expect } from '@playwright/test';

/** Asks as a person, over HTTP. */
export async function signedIn(request: APIRequestContext, persona: string) {
  const session = await request.get('/api/auth/demo/refresh', {
    headers: { 'x-demo-persona': persona },
  });
  const { backstageIdentity } = await session.json();
  const headers = { authorization: `Bearer ${backstageIdentity.token}` };
  return {
    read: async (path: string) => {
      const response = await request.get(path, { headers });
      expect(response.ok(), await response.text()).toBe(true);
      return response.json();
    },
    status: async (path: string) =>
      (await request.get(path, { headers })).status(),
    send: async (path: string, data: object) => {
      const response = await request.post(path, { headers, data });
      expect(response.ok(), await response.text()).toBe(true);
    },
  };
}
