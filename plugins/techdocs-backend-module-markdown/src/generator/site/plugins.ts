import { asList, asRecord, asText } from './values';

/** What these do is built in. */
const builtIn = ['techdocs-core', 'search', 'redirects'];

/** The plugins of mkdocs that a site asks for; one that is not known here is named. */
export function readPlugins(
  value: unknown,
  warn: (message: string) => void,
): { redirects: Record<string, string> } {
  const redirects: Record<string, string> = {};
  for (const [name, options] of entries(value)) {
    if (!builtIn.includes(name)) {
      warn(
        `the mkdocs plugin "${name}" is not known here: what it adds is missing. Known are ${builtIn.join(', ')}`,
      );
    }
    if (name === 'redirects') {
      const maps = asRecord(asRecord(options).redirect_maps);
      for (const [from, to] of Object.entries(maps)) {
        redirects[from] = asText(to) ?? '';
      }
    }
  }
  return { redirects };
}

/** A list of names, some of them with options. */
export function entries(value: unknown): [string, unknown][] {
  if (!Array.isArray(value)) return Object.entries(asRecord(value));
  return asList(value).flatMap((each): [string, unknown][] =>
    typeof each === 'string' ? [[each, {}]] : Object.entries(asRecord(each)),
  );
}
