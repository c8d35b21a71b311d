/** An end of the run that a person can act on: one sentence and an exit code. */
export class Failure extends Error {
  constructor(message, { exitCode = 1 } = {}) {
    super(message);
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

const causes = [
  {
    pattern:
      /ENOSPC|EDQUOT|no space left on device|SQLITE_FULL|database or disk is full/i,
    sentence:
      'The disk is full: free some space (a first start needs about 4 GB) and run the same command again.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|socket hang up|getaddrinfo/,
    sentence:
      'The package registry cannot be reached: connect to the network (or name a registry with "npm config set registry <address>") and run the same command again. Only a first start and changed dependencies need the network.',
  },
];

/** The sentence for what a program printed before it failed, if its cause is a known one. */
export function knownCause(output) {
  return causes.find(({ pattern }) => pattern.test(output))?.sentence;
}

/** What to tell the person about any error that ended the run, on one line. */
export function sentenceFor(error) {
  if (error instanceof Failure) return error.message;
  if (error?.code === 'ENOSPC' || error?.code === 'EDQUOT') {
    return knownCause(error.code);
  }
  if (error?.code === 'EACCES' || error?.code === 'EROFS') {
    return `${error.path} cannot be written: give yourself the right to change the folder and run the same command again.`;
  }
  const [line] = String(error?.message ?? error).split('\n');
  return `The launcher failed unexpectedly: ${line}. Please report it with the command that you ran.`;
}
