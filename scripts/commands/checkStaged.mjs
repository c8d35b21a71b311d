import { checksOf, runChecks } from '../lib/checks.mjs';
import { Failure } from '../lib/failure.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { run } from '../lib/processes.mjs';
import { sum } from '../lib/tally.mjs';

/** The pre-commit check: format, lint and types of what is about to be committed. */
export async function command(_args, toolchain) {
  const { output } = await run('git', [
    'diff',
    '--cached',
    '--name-only',
    '--diff-filter=ACMR',
    '-z',
  ]);
  const wanted = checksOf(output.split('\0').filter(Boolean));
  if (wanted.length === 0) return 0;
  await ensureInstalled(toolchain);
  const { failed } = sum(await runChecks(wanted, toolchain));
  if (failed > 0) {
    throw new Failure(
      'The commit was stopped: put right what is named above, stage it and commit again ("npm run yarn -- prettier --write <file>" formats a file).',
    );
  }
  return 0;
}
