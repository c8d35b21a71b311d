import { parse } from 'yaml';
import { SourceLine } from '../source/SourceLine';
import { PageMeta, PageProblem } from './types';

export interface FrontMatter {
  meta: PageMeta;
  body: SourceLine[];
  problems: PageProblem[];
}

/** Takes the YAML between two lines of `---` off the top of a page. */
export function readFrontMatter(lines: SourceLine[]): FrontMatter {
  const end =
    lines.at(0)?.text.trimEnd() === '---'
      ? lines.findIndex(
          ({ text }, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(text),
        )
      : -1;
  if (end < 0) {
    return { meta: metaOf({}), body: lines, problems: [] };
  }
  const text = lines
    .slice(1, end)
    .map(line => line.text)
    .join('\n');
  const body = lines.slice(end + 1);
  try {
    // Without aliases, a few lines cannot grow into gigabytes.
    return {
      meta: metaOf(parse(text, { maxAliasCount: 0, logLevel: 'error' })),
      body,
      problems: [],
    };
  } catch (error) {
    const [reason] = String(
      error instanceof Error ? error.message : error,
    ).split('\n');
    return {
      meta: metaOf({}),
      body,
      problems: [
        {
          severity: 'error',
          line: 1,
          message: `the front matter is not YAML: ${reason}`,
        },
      ],
    };
  }
}

function metaOf(value: unknown): PageMeta {
  const fields = asRecord(value);
  return {
    title: asText(fields.title),
    description: asText(fields.description),
    hide: Array.isArray(fields.hide) ? fields.hide.map(String) : [],
    searchExcluded: asRecord(fields.search).exclude === true,
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}
