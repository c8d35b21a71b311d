import {
  CustomErrorBase,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';

const reasons: Record<string, string> = {
  ECONNREFUSED: 'refuses connections: is it running, and is the port right?',
  ECONNRESET: 'broke the connection off: try again later',
  EAI_AGAIN: 'has a name that cannot be looked up now: try again later',
  ENOTFOUND: 'is not known: check the name of the host',
  EPROTO: 'does not speak TLS: is it http instead of https?',
};

function codeOf(error: unknown): string {
  const hasCode = isError(error) && error.code !== undefined;
  return hasCode ? String(error.code) : 'without a reason';
}

/** Says in plain words why a request failed. Only the code of the cause is told: its text may hold what is secret. */
export function explain(host: string, error: unknown): Error {
  if (error instanceof CustomErrorBase) return error;
  const code = codeOf(error);
  const known = reasons[code];
  if (known) return new ServiceUnavailableError(`${host} ${known}`);
  return new ServiceUnavailableError(
    code.startsWith('HPE_')
      ? `${host} does not answer in HTTP (${code}): check the port`
      : `${host} cannot be reached (${code})`,
  );
}
