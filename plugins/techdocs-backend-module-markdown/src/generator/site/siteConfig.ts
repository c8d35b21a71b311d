import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Document, LineCounter, parseDocument } from 'yaml';
import { SiteProblem } from './problems';
import { NavEntry, readNav } from './navEntries';
import { readExtensions } from './extensions';
import { readPlugins } from './plugins';
import { asList, asRecord, asText } from './values';

export interface SiteConfig {
  /** The name of the file that says it, for problems. */
  file: string;
  siteName: string;
  siteDescription: string;
  /** Relative to the folder of the file. */
  docsDir: string;
  nav?: NavEntry[];
  /** Patterns as in a .gitignore file. */
  exclude: string[];
  /** From the path of a page that was moved to where it is now. */
  redirects: Record<string, string>;
  editBase?: string;
  /** Whether the first level of the navigation stands on top of the page. */
  tabs: boolean;
  tocDepth: number;
  permalinks: boolean;
  /** Files that every page ends with, such as a list of abbreviations. */
  appended: string[];
  problems: SiteProblem[];
}

const MOST_ALIASES = 100;
const fileNames = ['mkdocs.yml', 'mkdocs.yaml'];

/** What mkdocs knows and a site inside the portal has no use for. */
const withoutMeaning = [
  ...[
    'theme',
    'extra',
    'site_url',
    'site_author',
    'copyright',
    'remote_branch',
  ],
  ...['remote_name', 'dev_addr', 'strict', 'validation', 'site_dir', 'watch'],
  ...['repo_name', 'edit_uri_template', 'use_directory_urls', 'not_in_nav'],
];
const withMeaning = [
  ...['site_name', 'site_description', 'docs_dir', 'nav', 'plugins'],
  ...['markdown_extensions', 'exclude_docs', 'repo_url', 'edit_uri'],
];

/** Reads `mkdocs.yml`; without one, the site has what mkdocs would take for granted. */
export async function readSiteConfig(
  inputDir: string,
  name: string,
): Promise<SiteConfig> {
  const { file, source } = await readConfigFile(inputDir);
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    logLevel: 'error',
  });
  const [broken] = document.errors;
  if (broken) {
    throw new InputError(
      `${file}:${lines.linePos(broken.pos[0]).line}: this is not YAML: ${broken.message.split('\n')[0]}`,
    );
  }
  const fields = fieldsOf(document, file);
  const problems: SiteProblem[] = [];
  const lineOf = (offset: number | undefined) =>
    offset === undefined ? 0 : lines.linePos(offset).line;
  const lineOfKey = (key: string) => {
    const node = document.get(key, true);
    const range = asRecord(node).range;
    return Array.isArray(range) ? lineOf(range[0]) : 0;
  };
  const warn = (key: string, message: string) =>
    problems.push({ file, line: lineOfKey(key), severity: 'warning', message });

  for (const key of Object.keys(fields)) {
    if (!withMeaning.includes(key) && !withoutMeaning.includes(key)) {
      warn(key, `"${key}" is not known here and makes no difference`);
    }
  }
  const docsDir = asText(fields.docs_dir) ?? 'docs';
  const docs = join(inputDir, docsDir);
  if (!isChildPath(inputDir, docs) || relative(inputDir, docs) === '') {
    throw new InputError(
      `${file}:${lineOfKey('docs_dir')}: docs_dir "${docsDir}" is not below the folder of the file: name a folder in it`,
    );
  }
  return {
    file,
    siteName: asText(fields.site_name) ?? name,
    siteDescription: asText(fields.site_description) ?? '',
    docsDir,
    nav: readNav(document.get('nav', true), lineOf),
    exclude: (asText(fields.exclude_docs) ?? '').split('\n').filter(Boolean),
    editBase: editBaseOf(fields),
    tabs: asList(asRecord(fields.theme).features).includes('navigation.tabs'),
    ...readPlugins(fields.plugins, message => warn('plugins', message)),
    ...readExtensions(fields.markdown_extensions),
    problems,
  };
}

/** A few lines of aliases can stand for gigabytes. */
function fieldsOf(document: Document.Parsed, file: string) {
  try {
    return asRecord(document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch (error) {
    throw new InputError(
      `${file}: its aliases cannot be followed: write out what they stand for`,
      error,
    );
  }
}

async function readConfigFile(inputDir: string) {
  for (const file of fileNames) {
    try {
      return { file, source: await readFile(join(inputDir, file), 'utf8') };
    } catch (error) {
      if (asRecord(error).code !== 'ENOENT') throw error;
    }
  }
  return { file: fileNames[0], source: '' };
}

function editBaseOf(fields: Record<string, unknown>): string | undefined {
  const repository = asText(fields.repo_url);
  const edit = asText(fields.edit_uri);
  if (!edit) return undefined;
  const base = repository ? `${repository.replace(/\/*$/, '')}/` : undefined;
  if (!URL.canParse(edit, base)) return undefined;
  const { href, protocol } = new URL(edit, base);
  // Anything else, such as `javascript:`, would run when the link is followed.
  return /^https?:$/.test(protocol) ? href.replace(/\/*$/, '/') : undefined;
}
