/**
 * A command that clones without asking. The user name may be anything: the token says who it is.
 *
 * @param cloneUrl - without credentials
 */
export function cloneCommand(cloneUrl: string, token?: string): string {
  if (!token) return `git clone ${cloneUrl}`;
  const url = new URL(cloneUrl);
  url.username = 'squadron';
  url.password = token;
  return `git clone ${url}`;
}
