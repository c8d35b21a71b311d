import { entries } from './plugins';
import { asList, asRecord } from './values';

const DEFAULT_TOC_DEPTH = 3;

/**
 * The extensions of Python-Markdown that a site asks for. All that this generator knows are always on, so
 * only their options matter.
 */
export function readExtensions(value: unknown): {
  tocDepth: number;
  permalinks: boolean;
  appended: string[];
} {
  const options = Object.fromEntries(entries(value));
  const toc = asRecord(options.toc);
  const snippets = asRecord(options['pymdownx.snippets']);
  return {
    tocDepth: deepest(toc.toc_depth),
    permalinks: toc.permalink !== false,
    appended: asList(snippets.auto_append).map(String),
  };
}

/** `3`, or a range such as `2-4`. */
function deepest(value: unknown): number {
  const [last] = String(value ?? '').match(/\d+$/) ?? [];
  return last ? Number(last) : DEFAULT_TOC_DEPTH;
}
