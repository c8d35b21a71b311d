import { parseArgs } from 'node:util';
import { ResponseError } from '@backstage/errors';
import { CallOptions, createContractClient } from '@squadron/contract';
import {
  CliError,
  Command,
  Io,
  count,
  openPortal,
  runCommands,
  unreachable,
} from '@squadron/plugin-org-model-node';
import { scorecardsContract } from '@squadron/plugin-scorecards-common';

const usage = `npm run sample -- --remove takes the sample data out of a running portal; --add adds it again.
  --url <address>   the portal, http://localhost:7007 when left out
  --persona <name>  who asks where the demo sign-in is on, ceo when left out
  --token <token>   of an executive, where the demo sign-in is off`;

/** Opens the portal that the arguments name, and does something there. */
async function inPortal<T>(
  args: string[],
  work: (
    portal: ReturnType<typeof clientOf>,
    options: CallOptions,
  ) => Promise<T>,
): Promise<T> {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string', default: 'http://localhost:7007' },
      persona: { type: 'string', default: 'ceo' },
      token: { type: 'string' },
    },
  });
  const { url, token } = await openPortal(values);
  try {
    return await work(clientOf(url), { token });
  } catch (error) {
    throw error instanceof ResponseError
      ? new CliError(
          `The portal at ${url} refuses: ${error.body.error.message}`,
        )
      : unreachable(error, url);
  }
}

function clientOf(url: string) {
  return createContractClient(scorecardsContract, {
    discovery: { getBaseUrl: async id => `${url}/api/${id}` },
    fetch,
  });
}

const remove: Command = async (args, io) => {
  const { samples, waivers, campaigns } = await inPortal(
    args,
    (portal, options) => portal.removeSampleData({}, options),
  );
  io.out(
    `Removed ${count(samples, 'sample')}, ${count(waivers, 'waiver')} and ${count(campaigns, 'campaign')}. They do not come back by themselves.`,
  );
  return 0;
};

const add: Command = async (args, io) => {
  const { samples } = await inPortal(args, (portal, options) =>
    portal.addSampleData({}, options),
  );
  io.out(`Added ${count(samples, 'sample')}.`);
  return 0;
};

/** Runs `npm run sample`; the answer is the exit code. */
export function sample(argv: string[], io: Io): Promise<number> {
  const commands = { '--remove': remove, '--add': add };
  return runCommands({ commands, usage }, argv, io);
}
