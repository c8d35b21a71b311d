import { isRepositoryName } from '../names';

/** The name of a repository behind what the addresses of all repositories begin with; nothing for any other address. */
export function nameIn(address: string, start: string): string | undefined {
  if (!address.startsWith(start)) return undefined;
  const [name] = address.slice(start.length).split('/');
  return isRepositoryName(name) ? name : undefined;
}
