import { createHash } from 'node:crypto';
import { ResponseError } from '@backstage/errors';
import type { OrgTree } from '@squadron/plugin-org-model-common';
import { dayOf, dayText } from '../domain/day';
import type { Directory } from './Directory';

const askedAtOnce = 8;
/** More than the longest series has. */
const mostDays = 1_000;

/** Days on which the tree was the same, both ends included. */
export interface TreeSpan {
  from: number;
  to: number;
  tree: OrgTree;
}

function isUnknown(error: unknown): boolean {
  return error instanceof ResponseError
    ? error.statusCode === 404
    : (error as Error).name === 'NotFoundError';
}

/** Which groups there are and where they hang, in a short text. */
function shapeOf(tree: OrgTree): string {
  const hash = createHash('sha256');
  for (const { ref, parent = '' } of tree.groups()) {
    hash.update(`${ref} ${parent}\n`);
  }
  return hash.digest('base64');
}

/**
 * The trees of past days, which never change and are kept. Most days share one. Days of which nobody
 * wrote the tree down, and today, have the tree of now.
 */
export class TreeHistory {
  readonly #directory: Pick<Directory, 'tree'>;
  readonly #now: () => Date;
  readonly #shapes = new WeakMap<OrgTree, string>();
  readonly #trees = new Map<number, OrgTree>();
  #unknownUpTo = -Infinity;

  constructor(options: {
    directory: Pick<Directory, 'tree'>;
    now: () => Date;
  }) {
    this.#directory = options.directory;
    this.#now = options.now;
  }

  /** Spans of days in their order. */
  async spans(from: number, to: number): Promise<TreeSpan[]> {
    const now = await this.#directory.tree();
    const over = dayOf(this.#now().getTime()) - 1;
    const trees = new Map<number, OrgTree>();
    // Latest first: before the first day that was written down nothing need be asked.
    for (let end = Math.min(to, over); end >= from; end -= askedAtOnce) {
      const first = Math.max(from, end - askedAtOnce + 1);
      const days = Array.from({ length: end - first + 1 }, (_, i) => first + i);
      const found = await Promise.all(days.map(day => this.#at(day)));
      days.forEach((day, i) => trees.set(day, found[i] ?? now));
    }
    const spans: TreeSpan[] = [];
    for (let day = from; day <= to; day++) {
      const tree = trees.get(day) ?? now;
      const last = spans.at(-1);
      if (last && this.#isSame(last.tree, tree)) last.to = day;
      else spans.push({ from: day, to: day, tree });
    }
    return spans;
  }

  async #at(day: number): Promise<OrgTree | undefined> {
    if (day <= this.#unknownUpTo) return undefined;
    const known = this.#trees.get(day);
    if (known) return known;
    try {
      const asked = await this.#directory.tree({ asOf: dayText(day) });
      return this.#remember(day, asked);
    } catch (error) {
      if (!isUnknown(error)) throw error;
      this.#unknownUpTo = Math.max(this.#unknownUpTo, day);
      return undefined;
    }
  }

  #remember(day: number, asked: OrgTree): OrgTree {
    const twin = [...new Set(this.#trees.values())].find(each =>
      this.#isSame(each, asked),
    );
    const tree = twin ?? asked;
    this.#trees.set(day, tree);
    if (this.#trees.size > mostDays) {
      const [oldest] = this.#trees.keys();
      this.#trees.delete(oldest);
    }
    return tree;
  }

  #isSame(a: OrgTree, b: OrgTree): boolean {
    return a === b || this.#shapeOf(a) === this.#shapeOf(b);
  }

  #shapeOf(tree: OrgTree): string {
    const shape = this.#shapes.get(tree) ?? shapeOf(tree);
    this.#shapes.set(tree, shape);
    return shape;
  }
}
