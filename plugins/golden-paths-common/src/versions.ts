const pattern = /^(\d+)\.(\d+)\.(\d+)$/;

function partsOf(version: string): number[] | undefined {
  return pattern.exec(version)?.slice(1).map(Number);
}

/**
 * Whether a version of a golden path is older than another.
 *
 * @returns false for what is no semantic version: nobody can say then that there is something newer
 */
export function isOlder(version: string, than: string): boolean {
  const mine = partsOf(version);
  const theirs = partsOf(than);
  if (!mine || !theirs) return false;
  const at = mine.findIndex((part, place) => part !== theirs[place]);
  return at >= 0 && mine[at] < theirs[at];
}
