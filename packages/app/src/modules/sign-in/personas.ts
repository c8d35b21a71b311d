import { ResponseError } from '@backstage/errors';
import { DiscoveryApi } from '@backstage/frontend-plugin-api';

export interface Persona {
  name: string;
  title: string;
  role?: string;
  squad?: string;
  portalRole: 'manager' | 'sre' | 'engineer' | 'new-hire';
}

export interface PersonaPage {
  items: Persona[];
  total: number;
  nextOffset?: number;
  suggested: Persona[];
}

/** Asks for people without a session, hence not through the fetch API, which waits for one. */
export async function fetchPersonas(
  discoveryApi: DiscoveryApi,
  query: { q: string; limit: number; signal: AbortSignal },
): Promise<PersonaPage> {
  const baseUrl = await discoveryApi.getBaseUrl('auth');
  const search = new URLSearchParams({ limit: String(query.limit) });
  if (query.q) {
    search.set('q', query.q);
  }
  const response = await fetch(`${baseUrl}/demo/personas?${search}`, {
    signal: query.signal,
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response.json();
}
