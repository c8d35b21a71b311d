import { stringifyError } from '@backstage/errors';
import { run } from './run';

run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
}).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${stringifyError(error)}\n`);
    process.exitCode = 1;
  },
);
