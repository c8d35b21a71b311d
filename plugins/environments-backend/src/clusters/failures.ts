import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';

interface Refusal {
  code: number;
  message: string;
}

/** What a Kubernetes API server has answered instead of doing what it was asked. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code } = error;
  if (typeof code !== 'number') return undefined;
  const body = 'body' in error ? error.body : undefined;
  return { code, message: saidIn(body) ?? `it answered ${code}` };
}

function saidIn(body: unknown): string | undefined {
  if (typeof body === 'string') {
    try {
      return saidIn(JSON.parse(body));
    } catch {
      return undefined;
    }
  }
  const isStatus = typeof body === 'object' && body !== null;
  if (!isStatus || !('message' in body)) return undefined;
  return typeof body.message === 'string' ? body.message : undefined;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'AbortError') return 'no answer in time';
  const hasCode = 'code' in error && typeof error.code === 'string';
  return hasCode ? String(error.code) : error.name;
}

/** What a call to a cluster has failed of, so that people can do something about it. */
export function clusterFailure(title: string, error: unknown): Error {
  const refusal = refusalOf(error);
  if (!refusal) {
    return new ServiceUnavailableError(
      `The cluster ${title} cannot be reached (${causeOf(error)}): try again later, or tell its operators`,
    );
  }
  const { code, message } = refusal;
  switch (code) {
    case 401:
      return new ServiceUnavailableError(
        `The cluster ${title} does not know the portal's token: its operators must renew serviceAccountToken in the portal's configuration`,
      );
    case 403:
      return new ServiceUnavailableError(
        `The cluster ${title} does not let the portal do this: ${message}`,
      );
    case 409:
      return new ConflictError(
        `Somebody else has just changed this in the cluster ${title}: look at it again and repeat what you did`,
      );
    case 400:
    case 422:
      return new InputError(`The cluster ${title} refuses this: ${message}`);
    default:
      return new ServiceUnavailableError(
        `The cluster ${title} has failed: ${message}`,
      );
  }
}
