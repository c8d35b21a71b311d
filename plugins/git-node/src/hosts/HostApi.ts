import {
  InputError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';

const patienceMs = 30_000;

export interface HostApiOptions {
  /** As people call it, such as github.com. */
  host: string;
  /** What paths are appended to. */
  baseUrl: string;
  /** What tells the host who asks. */
  headers: () => Promise<Record<string, string>>;
}

/** The REST API of a host. What it refuses is said with its own words, and never with what tells who asks. */
export class HostApi {
  readonly #options: HostApiOptions;

  constructor(options: HostApiOptions) {
    this.#options = options;
  }

  /** @returns nothing for what is not there, or not for this token */
  async find(path: string): Promise<unknown> {
    const response = await this.#fetch(path);
    if (response.status === 404) return undefined;
    if (!response.ok) throw await this.#failure(response);
    return response.json();
  }

  /**
   * Makes something that can be there once alone.
   *
   * @returns nothing when the host says that it is there
   * @throws `InputError` with what the host says against it
   */
  async make(path: string, body: object): Promise<unknown> {
    const response = await this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return response.json();
    const { status } = response;
    if (![400, 404, 409, 422].includes(status)) {
      throw await this.#failure(response);
    }
    const said = await whatItSays(response);
    if (/already exists/i.test(said)) return undefined;
    throw new InputError(`${this.#options.host} refuses this: ${said}`);
  }

  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const { host, baseUrl, headers } = this.#options;
    const known = await headers();
    try {
      return await fetch(`${baseUrl}${path}`, {
        ...init,
        headers: { ...known, accept: 'application/json', ...init.headers },
        signal: AbortSignal.timeout(patienceMs),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `${host} could not be reached: try again later (${toError(error).message})`,
      );
    }
  }

  async #failure(response: Response): Promise<Error> {
    const { host } = this.#options;
    const answer = `${response.status}, ${await whatItSays(response)}`;
    return new ServiceUnavailableError(
      response.status === 401 || response.status === 403
        ? `${host} refuses what the portal asks (${answer}): see that the token of its integration still holds and has all scopes`
        : `${host} did not do what the portal asks (${answer}): try again later`,
    );
  }
}

/** GitHub says why in `errors` beside `message`; a `message` of GitLab may have parts. */
async function whatItSays(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message, error, errors } = JSON.parse(text);
    const parts = [message, error, errors].filter(Boolean);
    return parts
      .map(part => (typeof part === 'string' ? part : JSON.stringify(part)))
      .join(' ');
  } catch {
    return response.statusText;
  }
}
