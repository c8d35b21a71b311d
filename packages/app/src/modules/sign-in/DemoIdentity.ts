import { ResponseError } from '@backstage/errors';
import {
  BackstageUserIdentity,
  DiscoveryApi,
  IdentityApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';

interface DemoSession {
  profile: ProfileInfo;
  backstageIdentity: {
    token: string;
    expiresInSeconds?: number;
    identity: BackstageUserIdentity;
  };
}

interface Options {
  persona: string;
  discoveryApi: DiscoveryApi;
  onSignOut: () => void;
  now?: () => number;
}

const RENEW_BEFORE_SECONDS = 300;
const DEFAULT_LIFE_SECONDS = 600;

/** The identity of a person chosen on the sign-in page; a new token is for the same person. */
export class DemoIdentity implements IdentityApi {
  #options: Required<Options>;
  #session: DemoSession;
  #renewAt: number;
  #renewing?: Promise<DemoSession>;

  static async signIn(options: Options): Promise<DemoIdentity> {
    const complete = { now: Date.now, ...options };
    const session = await fetchSession(complete);
    return new DemoIdentity(complete, session);
  }

  private constructor(options: Required<Options>, session: DemoSession) {
    this.#options = options;
    this.#session = session;
    this.#renewAt = this.#renewalOf(session);
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return this.#session.profile;
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return this.#session.backstageIdentity.identity;
  }

  async getCredentials(): Promise<{ token: string }> {
    const session =
      this.#options.now() < this.#renewAt ? this.#session : await this.#renew();
    return { token: session.backstageIdentity.token };
  }

  async signOut(): Promise<void> {
    this.#options.onSignOut();
  }

  async #renew(): Promise<DemoSession> {
    this.#renewing ??= fetchSession(this.#options).finally(() => {
      this.#renewing = undefined;
    });
    const session = await this.#renewing;
    this.#session = session;
    this.#renewAt = this.#renewalOf(session);
    return session;
  }

  #renewalOf({ backstageIdentity }: DemoSession): number {
    const life = backstageIdentity.expiresInSeconds ?? DEFAULT_LIFE_SECONDS;
    const seconds = Math.max(life - RENEW_BEFORE_SECONDS, life / 2);
    return this.#options.now() + seconds * 1000;
  }
}

async function fetchSession(options: Options): Promise<DemoSession> {
  const baseUrl = await options.discoveryApi.getBaseUrl('auth');
  const response = await fetch(`${baseUrl}/demo/refresh`, {
    headers: { 'x-demo-persona': options.persona },
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response.json();
}
