import {
  InputError,
  NotFoundError,
  NotImplementedError,
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

/** A host does not let the portal do something: no token, one that no longer holds, or one without the right. */
export class HostRefusal extends ServiceUnavailableError {}

/** What a host answered, read to its end. */
interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** The REST API of a host. What it refuses is said with its own words, and never with what tells who asks. */
export class HostApi {
  readonly #options: HostApiOptions;

  constructor(options: HostApiOptions) {
    this.#options = options;
  }

  /** @returns nothing for what is not there, or not for this token */
  async find(path: string): Promise<unknown> {
    const answer = await this.#ask(path);
    if (answer.status === 404) return undefined;
    if (!isGood(answer)) throw this.#failure(answer);
    return this.#read(answer);
  }

  /**
   * Makes something that can be there once alone.
   *
   * @returns nothing when the host says that it is there
   * @throws `InputError` with what the host says against it
   */
  async make(path: string, body: object): Promise<unknown> {
    const answer = await this.#ask(path, { method: 'POST', body });
    if (isGood(answer)) return this.#read(answer);
    if (![400, 404, 409, 422].includes(answer.status)) {
      throw this.#failure(answer);
    }
    const said = whatItSays(answer);
    if (/already exists/i.test(said)) return undefined;
    throw new InputError(`${this.#options.host} refuses this: ${said}`);
  }

  /**
   * Makes something so, whether it was or not.
   *
   * @throws `NotFoundError` when what it is about is not there; `NotImplementedError` when the plan does not offer it
   */
  async set(
    path: string,
    body: object,
    method: 'PATCH' | 'POST' | 'PUT' = 'PUT',
  ): Promise<void> {
    const answer = await this.#ask(path, { method, body });
    if (isGood(answer)) return;
    const said = `${this.#options.host} answers ${answer.status}, ${whatItSays(answer)}`;
    if (answer.status === 404) throw new NotFoundError(said);
    if (answer.status === 403 && /upgrade to github/i.test(said)) {
      throw new NotImplementedError(said);
    }
    throw this.#failure(answer);
  }

  async #ask(
    path: string,
    { method = 'GET', body }: { method?: string; body?: object } = {},
  ): Promise<Answer> {
    const { host, baseUrl, headers } = this.#options;
    const known = await headers();
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          ...known,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(patienceMs),
      });
      const { status, headers: told } = response;
      return { status, headers: told, text: await response.text() };
    } catch (error) {
      throw new ServiceUnavailableError(
        `${host} could not be reached: try again later (${toError(error).message})`,
      );
    }
  }

  #read({ status, text }: Answer): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new ServiceUnavailableError(
        `${this.#options.host} answered ${status} with something else than JSON: see that \`apiBaseUrl\` of its integration is the address of its API`,
      );
    }
  }

  #failure(answer: Answer): Error {
    const { host } = this.#options;
    const said = `${answer.status}, ${whatItSays(answer)}`;
    if (isTooMuch(answer)) {
      const seconds = answer.headers.get('retry-after');
      const when = seconds ? `in ${seconds} seconds` : 'in an hour at most';
      return new ServiceUnavailableError(
        `${host} was asked too much with the token of its integration: try again ${when} (${said})`,
      );
    }
    if (answer.status === 401 || answer.status === 403) {
      return new HostRefusal(
        `${host} refuses what the portal asks (${said}): see that the token of its integration still holds and has all scopes`,
      );
    }
    return new ServiceUnavailableError(
      `${host} did not do what the portal asks (${said}): try again later`,
    );
  }
}

function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** GitHub tells so with 403, too, by either header. */
function isTooMuch({ status, headers }: Answer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')
  );
}

/** GitHub says why in `errors` beside `message`; a `message` of GitLab may have parts. */
function whatItSays({ text }: Answer): string {
  try {
    const { message, error, errors } = JSON.parse(text);
    const parts = [message, error, errors].filter(Boolean);
    return parts
      .map(part => (typeof part === 'string' ? part : JSON.stringify(part)))
      .join(' ');
  } catch {
    return 'without a reason';
  }
}

/** A host says that what it has is not there to a token that may see it and no more. */
export async function refusedIfMissing(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const { name, message } = toError(error);
    throw name === 'NotFoundError' ? new HostRefusal(message) : error;
  }
}
