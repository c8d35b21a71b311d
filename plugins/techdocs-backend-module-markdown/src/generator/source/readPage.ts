import { readFileSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { SiteProblem } from '../site/problems';
import { FenceTracker } from '../render/blocks/fences';
import { MOST_CHARACTERS, tooLong, UnreadablePage } from '../render/guards';
import { isShown } from '../site/docFiles';
import { linesOf, SourceLine } from './SourceLine';

export interface PageSource {
  lines: SourceLine[];
  problems: SiteProblem[];
}

const include = /^( *);?-{1,}8<-{1,} +"([^"\n]+)"\s*$/;
const DEEPEST_INCLUDE = 5;
const MOST_INCLUDES = 1_000;

/** What one page may still take: whatever it includes is read before a thread with a time limit has it. */
class Budget {
  #includes = MOST_INCLUDES;
  #characters = MOST_CHARACTERS;

  takeInclude(line: number): void {
    this.#includes -= 1;
    if (this.#includes < 0) {
      throw new UnreadablePage(
        line,
        `it includes more than ${MOST_INCLUDES} files`,
      );
    }
  }

  takeText(text: string): void {
    this.#characters -= text.length;
    if (this.#characters < 0) throw tooLong();
  }
}

/**
 * Reads a page with the files that it includes by `--8<-- "path"`. These lie in the docs folder or in
 * `includes` beside it: any other file of the repository may hold what is not meant for readers.
 */
export class PageReader {
  readonly #inputDir: string;
  readonly #docsDir: string;
  readonly #appended: string[];

  constructor(options: {
    inputDir: string;
    docsDir: string;
    appended: string[];
  }) {
    this.#inputDir = options.inputDir;
    this.#docsDir = options.docsDir;
    this.#appended = options.appended;
  }

  async read(path: string): Promise<PageSource> {
    const file = posix.join(this.#docsDir, path);
    const problems: SiteProblem[] = [];
    // Quicker than asking a thread to, which counts where one page of many has changed.
    const source = this.#readText(join(this.#inputDir, file));
    const budget = new Budget();
    budget.takeText(source);
    const context = { file, problems, budget };
    const lines = await this.#expand(linesOf(source), context, 0);
    for (const appended of this.#appended) {
      const last = lines.at(-1)?.number ?? 1;
      const blank = { text: '', number: last };
      const found = await this.#include(appended, last, context, 0);
      lines.push(blank, ...found);
    }
    return { lines, problems };
  }

  async #expand(
    lines: SourceLine[],
    context: IncludeContext,
    depth: number,
  ): Promise<SourceLine[]> {
    if (!lines.some(({ text }) => include.test(text))) return lines;
    const expanded: SourceLine[] = [];
    const fences = new FenceTracker();
    for (const line of lines) {
      const [, margin, path] = line.text.match(include) ?? [];
      // Code may include a file too, which is then shown as it is.
      fences.takes(line.text);
      if (path === undefined) {
        expanded.push(line);
        continue;
      }
      const found = await this.#include(path, line.number, context, depth);
      expanded.push(
        ...found.map(({ text }) => ({
          text: text && margin + text,
          number: line.number,
        })),
      );
    }
    return expanded;
  }

  async #include(
    wanted: string,
    line: number,
    context: IncludeContext,
    depth: number,
  ): Promise<SourceLine[]> {
    const { file, problems, budget } = context;
    budget.takeInclude(line);
    const [, path, from, to] =
      wanted.match(/^(.*?)(?::(\d*)(?::(\d*))?)?$/) ?? [];
    const source = await this.#readIncluded(path);
    if (source === undefined || depth >= DEEPEST_INCLUDE) {
      problems.push({
        file,
        line,
        severity: 'error',
        message: source
          ? `"${path}" is included more than ${DEEPEST_INCLUDE} files deep`
          : `the included file "${path}" is not in ${this.#docsDir} or includes`,
      });
      return [];
    }
    budget.takeText(source);
    const all = linesOf(source);
    const part = all.slice(
      from ? Number(from) - 1 : 0,
      to ? Number(to) : all.length,
    );
    return this.#expand(
      part.map(({ text }) => ({ text, number: line })),
      context,
      depth + 1,
    );
  }

  async #readIncluded(path: string): Promise<string | undefined> {
    for (const folder of [this.#docsDir, 'includes']) {
      const root = join(this.#inputDir, folder);
      for (const candidate of [join(root, path), join(this.#inputDir, path)]) {
        try {
          const real = await realpath(candidate);
          // The folder may itself be a link that leads elsewhere.
          if (isChildPath(this.#inputDir, root) && isShown(root, real)) {
            return this.#readText(real);
          }
        } catch (error) {
          if (error instanceof UnreadablePage) throw error;
          // Not there: the next place is asked.
        }
      }
    }
    return undefined;
  }

  #readText(path: string): string {
    // A character takes four bytes at most.
    if (statSync(path).size > 4 * MOST_CHARACTERS) throw tooLong();
    return readFileSync(path, 'utf8');
  }
}

interface IncludeContext {
  file: string;
  problems: SiteProblem[];
  budget: Budget;
}
