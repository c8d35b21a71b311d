import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import type { LastGoodStatus } from '@squadron/backend-kit';
import {
  DefinitionsStatus,
  definitionsStatusSchema,
} from '@squadron/plugin-org-model-common';

const freshMs = 10_000;

/** Without the module the catalog is filled in another way, and there are no files to watch. */
const noDefinitions: DefinitionsStatus = { status: 'empty', problems: [] };

/**
 * Asks the catalog's module how the organization's definitions are, and remembers the answer for
 * some seconds; those of the checklists count among them.
 */
export class DefinitionsStatusReader {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #onboarding: { status(): Promise<LastGoodStatus> };
  #last: { until: number; status: Promise<DefinitionsStatus> } | undefined;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    onboarding: { status(): Promise<LastGoodStatus> };
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#onboarding = options.onboarding;
  }

  /** Never fails: a catalog that does not answer is itself the problem that it tells. */
  async get(): Promise<DefinitionsStatus> {
    if (!this.#last || this.#last.until < Date.now()) {
      this.#last = { until: Date.now() + freshMs, status: this.#read() };
    }
    return join(await this.#last.status, await this.#onboarding.status());
  }

  async #read(): Promise<DefinitionsStatus> {
    try {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'catalog',
      });
      const baseUrl = await this.#discovery.getBaseUrl('catalog');
      const response = await fetch(`${baseUrl}/org-model/status`, {
        headers: { Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(5_000),
      });
      if (response.status === 404) return noDefinitions;
      if (!response.ok) throw await ResponseError.fromResponse(response);
      return definitionsStatusSchema.parse(await response.json());
    } catch (error) {
      return {
        status: 'stale',
        problems: [
          {
            severity: 'warning',
            message: 'The catalog does not say how the definitions are',
            fix: `Look at the log of the catalog: ${stringifyError(error)}`,
          },
        ],
      };
    }
  }
}

function join(
  org: DefinitionsStatus,
  onboarding: LastGoodStatus,
): DefinitionsStatus {
  return {
    ...org,
    status:
      org.status === 'ok' && onboarding.status !== 'ok' ? 'stale' : org.status,
    problems: [...org.problems, ...onboarding.problems],
  };
}
