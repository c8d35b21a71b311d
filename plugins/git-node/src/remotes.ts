import {
  ConflictError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import createLimiter from 'p-limit';
import type { GitStore } from './GitStore';
import type { BranchMove } from './commits';
import { withTemporary } from './copies';
import { HostRefusal } from './hosts/HostApi';
import { checkRef } from './names';
import type { Place } from './reading';
import { GitError, runGit } from './runGit';
import { withinBytes } from './withinBytes';

/** A repository that lies elsewhere, and what opens it. */
export interface GitAccess {
  /** Over HTTP; without name and password. */
  cloneUrl: string;
  username: string;
  password: string;
}

/** Git gives up where less than this comes in, for so long. */
const fewestBytesPerSecond = 100;
const patienceSeconds = 120;
/** A whole repository has come or gone by then. */
const longestMs = 5 * 60_000;
/** What GitHub recommends to stay below; what golden paths make has a thousandth of it. */
const largestBytes = 1024 ** 3;
/** Each takes room on the disk, and a share of the network. */
const inTurn = createLimiter(2);

const fetch = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head'];

/** Git's own comparison, or that of the host, where another came in between. */
const hasMoved =
  /\[rejected\] \(stale|cannot lock ref|failed to update ref|atomic transaction failed/;
/** What git says where the host has no such repository for the token; trying again does not help. */
const isRefused =
  /Authentication failed|could not read Username|repository '.*' not found|returned error: 40[134]/;
/** What the host says against one branch, and not that the others do not move either. */
const refusal = /\[remote rejected\] \((?!atomic)(.*)\)$/m;

/**
 * Does something with a copy of branches of a repository that lies elsewhere; the copy is gone afterwards.
 *
 * @param name - what errors call the repository; a name as golden paths give
 * @param branches - those that it does not have are not in the copy either
 * @param signal - ends the fetch, but not the work
 * @throws `ServiceUnavailableError` when it cannot be fetched, or not within five minutes, as `HostRefusal` where the
 *   token does not open it; `TooLargeError` when these branches have more than 1 GB
 */
export async function withFetched<T>(
  name: string,
  access: GitAccess,
  branches: readonly string[],
  work: (copy: GitStore) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const fill = (gitDir: string) =>
    fetchBranches({ name, gitDir }, access, branches, signal);
  return withTemporary(name, fill, work);
}

/**
 * Fetches those branches that a repository elsewhere has; the copy has them then. Of all that are asked for, two are
 * fetched at once.
 *
 * @param mostBytes - that the copy may have then
 * @throws `ServiceUnavailableError` when they cannot be fetched, or not within five minutes; `TooLargeError`
 */
export async function fetchBranches(
  { name, gitDir }: Place,
  access: GitAccess,
  branches: readonly string[],
  signal?: AbortSignal,
  mostBytes = largestBytes,
): Promise<void> {
  branches.forEach(checkRef);
  const refs = branches.map(branch => `refs/heads/${branch}`);
  const { cloneUrl } = access;
  await inTurn(async () => {
    const place = {
      gitDir,
      env: environmentOf(access),
      signal: withDeadline(signal),
    };
    const { out } = await runGit(['ls-remote', cloneUrl, ...refs], place);
    const there = out.toString();
    const found = refs.filter(ref => there.includes(`\t${ref}\n`));
    if (found.length === 0) return;
    const specs = found.map(ref => `${ref}:${ref}`);
    const tooLarge = `${name} on ${hostOf(access)} has more than ${sizeOf(mostBytes)} in ${branches.join(' and ')}, which the portal does not fetch: take large files out of its history, or work in a clone of your own`;
    await withinBytes(gitDir, mostBytes, tooLarge, full =>
      runGit([...fetch, cloneUrl, ...specs], {
        ...place,
        signal: AbortSignal.any([place.signal, full]),
      }),
    );
  }).catch(error => {
    throw unavailable(error, `Git could not fetch ${name}`, access);
  });
}

/**
 * Moves branches of a repository that lies elsewhere from where their writer saw them, or makes them: all, or none.
 *
 * @param copy - that has the commits
 * @throws `ConflictError` when one of them is elsewhere; `ServiceUnavailableError` when they cannot be pushed
 */
export async function pushBranches(
  copy: GitStore,
  name: string,
  access: GitAccess,
  moves: readonly BranchMove[],
  signal?: AbortSignal,
): Promise<void> {
  moves.forEach(({ branch }) => checkRef(branch));
  const branches = moves.map(({ branch }) => branch).join(' and ');
  const failure = `Git could not push ${branches} of ${name}`;
  const { code, out } = await runGit(
    [
      'push',
      '--quiet',
      '--porcelain',
      '--atomic',
      ...moves.map(leaseOf),
      access.cloneUrl,
      ...moves.map(({ branch, commit }) => `${commit}:refs/heads/${branch}`),
    ],
    {
      gitDir: copy.path(name),
      env: environmentOf(access),
      allowed: [1],
      signal: withDeadline(signal),
    },
  ).catch(error => {
    throw unavailable(error, failure, access);
  });
  if (code === 0) return;
  const said = out.toString();
  if (hasMoved.test(said)) {
    throw new ConflictError(
      `${name} has changed its branch ${branches.replace(' and ', ' or ')} meanwhile: try once more`,
    );
  }
  const reason = refusal.exec(said)?.[1] ?? 'it does not say why';
  throw new ServiceUnavailableError(
    `${failure}: ${hostOf(access)} refuses it (${reason})`,
  );
}

/** Git moves it only from there; the host compares once more. */
function leaseOf({ branch, before = '' }: BranchMove): string {
  return `--force-with-lease=refs/heads/${branch}:${before}`;
}

/** Neither arguments nor addresses carry the password, as both are shown to others and logged. */
function environmentOf(access: GitAccess): Record<string, string> {
  const { cloneUrl, username, password } = access;
  const code = Buffer.from(`${username}:${password}`).toString('base64');
  const settings = {
    [`http.${cloneUrl}.extraHeader`]: `Authorization: Basic ${code}`,
    // No other host is to see it.
    'http.followRedirects': 'false',
    'http.lowSpeedLimit': String(fewestBytesPerSecond),
    'http.lowSpeedTime': String(patienceSeconds),
  };
  const pairs = Object.entries(settings).flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return {
    ...Object.fromEntries(pairs),
    GIT_CONFIG_COUNT: String(pairs.length / 2),
  };
}

function withDeadline(signal?: AbortSignal): AbortSignal {
  const deadline = AbortSignal.timeout(longestMs);
  return signal ? AbortSignal.any([signal, deadline]) : deadline;
}

function sizeOf(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`;
}

function hostOf({ cloneUrl }: GitAccess): string {
  return new URL(cloneUrl).host;
}

function unavailable(
  error: unknown,
  failure: string,
  access: GitAccess,
): unknown {
  if (isError(error) && error.name === 'TimeoutError') {
    return new ServiceUnavailableError(
      `${failure}: ${hostOf(access)} took longer than ${longestMs / 60_000} minutes; try once more, and see how large the repository is`,
    );
  }
  if (!(error instanceof GitError)) return error;
  const Failure = isRefused.test(error.message)
    ? HostRefusal
    : ServiceUnavailableError;
  return new Failure(
    `${failure} from ${hostOf(access)}: see that the token of its integration still holds and may read and write this repository (${error.message})`,
  );
}
