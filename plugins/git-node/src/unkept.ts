import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  exists,
  gitDirOf,
  isTaken,
  repositoriesIn,
  unfinishedIn,
} from './folder';
import { readUntil } from './keeping';
import { GitError } from './runGit';

/** A repository that goes unless it is kept. */
export interface Unkept {
  name: string;
  /** Its end. */
  until: Date;
}

const notePattern = /^([a-z0-9-]+)\.(\d+)$/;

function noteOf({ name, until }: Unkept): string {
  return `${name}.${until.getTime()}`;
}

/**
 * Notes of repositories that go unless they are kept: an empty file for each, so that one look into one folder
 * tells them all. What a repository itself says holds; a note only says where to look. So it is there before
 * the repository says so, and goes after the repository has said something else.
 */
export class UnkeptNotes {
  readonly #directory: string;
  readonly #notes: string;

  /** @param directory - of the repositories */
  constructor(directory: string) {
    this.#directory = directory;
    this.#notes = join(directory, '.unkept');
  }

  async add(note: Unkept): Promise<void> {
    await this.#begin();
    await writeFile(this.#pathOf(note), '');
  }

  async drop(note: Unkept): Promise<void> {
    await rm(this.#pathOf(note), { force: true });
  }

  /** Those first that end first. */
  async list(): Promise<Unkept[]> {
    if (!(await exists(this.#directory))) return [];
    await this.#begin();
    const notes = await readdir(this.#notes);
    return notes
      .flatMap(note => {
        const [, name, until] = notePattern.exec(note) ?? [];
        return name ? [{ name, until: new Date(Number(until)) }] : [];
      })
      .sort((a, b) => a.until.getTime() - b.until.getTime());
  }

  /** Whether the end that a note tells holds, also when the repository has gone; the note goes when it does not. */
  async holds(note: Unkept): Promise<boolean> {
    const gitDir = gitDirOf(this.#directory, note.name);
    if (!(await exists(gitDir))) return true;
    const end = await readUntil(gitDir);
    if (end?.getTime() === note.until.getTime()) return true;
    await this.drop(note);
    return false;
  }

  #pathOf(note: Unkept): string {
    return join(this.#notes, noteOf(note));
  }

  /** A repository that is broken is left for somebody to look at, and holds up no other. */
  #untilOf(name: string): Promise<Date | undefined> {
    return readUntil(gitDirOf(this.#directory, name)).catch(error => {
      if (error instanceof GitError) return undefined;
      throw error;
    });
  }

  /** Repositories may be older than the notes: the first look asks each of them. */
  async #begin(): Promise<void> {
    if (await exists(this.#notes)) return;
    const made = unfinishedIn(this.#directory);
    await mkdir(made, { recursive: true });
    try {
      for (const name of await repositoriesIn(this.#directory)) {
        const until = await this.#untilOf(name);
        if (until) await writeFile(join(made, noteOf({ name, until })), '');
      }
      await rename(made, this.#notes);
    } catch (error) {
      if (!isTaken(error)) throw error;
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  }
}
