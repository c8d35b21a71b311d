import { FullConfig, request } from '@playwright/test';

const PATIENCE_MS = 120_000;
const POLL_MS = 1_000;
const STEADY_POLLS = 3;

/** Waits until the catalog holds the organization and has stopped growing. */
async function organizationLoaded(config: FullConfig): Promise<void> {
  const { baseURL } = config.projects[0].use;
  const client = await request.newContext({ baseURL });
  const count = async () => {
    const response = await client.get('/api/auth/demo/personas?limit=1');
    return response.ok() ? Number((await response.json()).total) : 0;
  };
  const deadline = Date.now() + PATIENCE_MS;
  let last = 0;
  let steady = 0;
  while (steady < STEADY_POLLS) {
    if (Date.now() > deadline) {
      throw new Error(
        `The organization was not in the catalog after ${
          PATIENCE_MS / 1000
        } s: read the portal's log.`,
      );
    }
    const people = await count();
    steady = people > 0 && people === last ? steady + 1 : 0;
    last = people;
    await new Promise(done => setTimeout(done, POLL_MS));
  }
  await client.dispose();
}

export default organizationLoaded;
