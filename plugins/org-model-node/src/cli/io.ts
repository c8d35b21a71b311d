import { CustomErrorBase } from '@backstage/errors';

/** What a command talks to, so that a test can listen. */
export interface Io {
  cwd: string;
  out(text: string): void;
  err(text: string): void;
}

/** A mistake in how the command was called, or something outside that is not there. */
export class CliError extends CustomErrorBase {
  name = 'CliError' as const;
}

/** Runs one command; the answer is the exit code. */
export type Command = (args: string[], io: Io) => Promise<number>;
