const ENDED = ['completed', 'failed', 'cancelled'];

const pause = ms => new Promise(done => setTimeout(done, ms));

/** Asks until something is there, or says in vain for what. */
export async function until(
  what,
  ask,
  { patienceMs = 60_000, everyMs = 100 } = {},
) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await pause(everyMs);
  }
}

/** What the form of a service is filled in with, which B-1 will own. */
export const serviceOfB1 = name => ({
  name,
  description: 'Sells what the warehouse has',
  port: 8080,
  owner: 'group:default/squad-b-1',
  system: 'system:default/squad-b-1',
  costCenter: 'cc-1b',
  dataClass: 'none',
  environment: true,
});

/** What a person of the demo organization does in a portal, over HTTP. */
export class PortalClient {
  #baseUrl;
  #persona;
  #token;

  constructor(baseUrl, persona) {
    this.#baseUrl = baseUrl;
    this.#persona = persona;
  }

  /** Signs in; people are there some time after a first start. */
  async signIn() {
    this.#token = await until(
      `${this.#persona} to sign in`,
      async () => {
        const answer = await fetch(`${this.#baseUrl}/api/auth/demo/refresh`, {
          headers: { 'x-demo-persona': this.#persona },
        }).catch(() => undefined);
        if (!answer?.ok) return undefined;
        const { backstageIdentity } = await answer.json();
        return backstageIdentity?.token;
      },
      { patienceMs: 180_000 },
    );
    return this;
  }

  /** The answer as it is. */
  request(method, path, body) {
    return fetch(`${this.#baseUrl}/api/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
  }

  /** The answer's JSON; nothing when what is asked for is not there. */
  async ask(method, path, body) {
    const answer = await this.request(method, path, body);
    const text = await answer.text();
    if (answer.status === 404) return undefined;
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return text ? JSON.parse(text) : {};
  }

  entity(kind, name) {
    return this.ask('GET', `catalog/entities/by-name/${kind}/default/${name}`);
  }

  /** Starts a golden path; answers the id of its task. */
  async submit(template, values) {
    const { id } = await this.ask('POST', 'scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values,
    });
    return id;
  }

  task(id) {
    return this.ask('GET', `scaffolder/v2/tasks/${id}`);
  }

  /** Waits for the end of a task; answers how it ended. */
  untilEnded(id, patience = { patienceMs: 120_000 }) {
    return until(
      `the end of task ${id}`,
      async () => {
        const { status } = await this.task(id);
        return ENDED.includes(status) && status;
      },
      patience,
    );
  }

  /** What a task says, a line for each event. */
  async log(id) {
    const events = await this.ask('GET', `scaffolder/v2/tasks/${id}/events`);
    return events.map(({ body, type }) => ({
      type,
      message: body.message,
      step: body.stepId,
      status: body.status,
    }));
  }
}
