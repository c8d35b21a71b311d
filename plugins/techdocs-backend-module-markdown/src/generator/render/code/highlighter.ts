import { bundledLanguages, bundledLanguagesAlias } from 'shiki/langs';
import {
  createCssVariablesTheme,
  createHighlighterCore,
  HighlighterCore,
} from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** A piece of code with what it is, such as `keyword`; nothing for what has no colour of its own. */
export interface CodeToken {
  text: string;
  kind?: string;
}

const PREFIX = '--hl-';
const MOST_CHARACTERS = 100_000;
const LONGEST_LINE = 2000;

let started: Promise<HighlighterCore> | undefined;
const loading = new Map<string, Promise<void>>();

/** Colours code by kinds instead of colours, so that one page reads well in light and dark. */
export async function tokensOf(
  code: string,
  language: string | undefined,
): Promise<CodeToken[][] | undefined> {
  if (!language || code.length > MOST_CHARACTERS) return undefined;
  const loader = loaderOf(language);
  if (!loader) return undefined;
  started ??= createHighlighterCore({
    themes: [createCssVariablesTheme({ variablePrefix: PREFIX })],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const highlighter = await started;
  const loaded = loading.get(language) ?? highlighter.loadLanguage(loader);
  loading.set(language, loaded);
  await loaded;
  const lines = highlighter.codeToTokensBase(code, {
    lang: language,
    theme: 'css-variables',
    tokenizeMaxLineLength: LONGEST_LINE,
    // The page as a whole has a limit; one for each line would make the colours depend on the machine's load.
    tokenizeTimeLimit: 0,
  });
  return lines.map(line =>
    merge(
      line.map(({ content, color }) => ({
        text: content,
        kind: color?.match(/--hl-token-([\w-]+)/)?.[1],
      })),
    ),
  );
}

const loaders = { ...bundledLanguages, ...bundledLanguagesAlias };

function loaderOf(language: string) {
  return Object.hasOwn(loaders, language)
    ? loaders[language as keyof typeof loaders]
    : undefined;
}

function merge(tokens: CodeToken[]): CodeToken[] {
  const merged: CodeToken[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (last && last.kind === token.kind) last.text += token.text;
    else merged.push({ ...token });
  }
  return merged;
}
