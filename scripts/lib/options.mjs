import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

/** The options of a command; an unknown one ends the run with the command's usage. */
export function readOptions(args, options, usage) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${error.message.split('.')[0]}. Usage: ${usage}`);
  }
}
