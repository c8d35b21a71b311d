import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { DefinitionProblem } from './problems';

/** A definition file as text, not yet parsed. */
export interface DefinitionText {
  /** How the file is called in problems. */
  file: string;
  text: string;
}

/** What bounds the reading of a folder. */
export interface ReadLimits {
  /** 1 MiB when left out. */
  maxFileBytes?: number;
  /** 1,000 when left out. */
  maxFiles?: number;
}

/** All definition files of a folder, in the order of their names, and what could not be read. */
export interface FolderText {
  files: DefinitionText[];
  problems: DefinitionProblem[];
  /** Changes when a name or a byte of a file changes. */
  hash: string;
}

const ONE_MIB = 1024 * 1024;

/**
 * Reads the `*.yaml` and `*.yml` files of a folder, without its subfolders.
 *
 * @param label - what stands before the names of the files, such as `catalog-info/org/`
 */
export async function readFolder(
  directory: string,
  label: string = '',
  { maxFileBytes = ONE_MIB, maxFiles = 1_000 }: ReadLimits = {},
): Promise<FolderText> {
  const result: FolderText = { files: [], problems: [], hash: '' };
  const hash = createHash('sha256');
  const names = await listNames(directory).catch((error: unknown) => {
    result.problems.push(unreadable(directory, error));
    return [];
  });
  if (names.length > maxFiles) {
    result.problems.push({
      severity: 'error',
      message: `the folder holds ${names.length} definition files, more than ${maxFiles}`,
      fix: 'join small files, or spread them over several folders',
    });
  }
  for (const name of names.slice(0, maxFiles)) {
    const file = `${label}${name}`;
    const read = await readText(join(directory, name), file, maxFileBytes);
    hash.update(`${file}\0${read.fingerprint}\0`);
    if ('text' in read) result.files.push({ file, text: read.text });
    else result.problems.push(read.problem);
  }
  if (names.length === 0 && result.problems.length === 0) {
    result.problems.push({
      severity: 'error',
      message: 'the folder of definitions holds no *.yaml file',
      fix: 'write the first definition, or point the configuration to another folder',
    });
  }
  return { ...result, hash: hash.digest('hex') };
}

async function listNames(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter(
      entry => !entry.isDirectory() && /^[^.].*\.ya?ml$/i.test(entry.name),
    )
    .map(({ name }) => name)
    .sort();
}

async function readText(
  path: string,
  file: string,
  maxFileBytes: number,
): Promise<
  { fingerprint: string } & ({ text: string } | { problem: DefinitionProblem })
> {
  try {
    const { size, mtimeMs } = await stat(path);
    if (size > maxFileBytes) {
      return {
        fingerprint: `${size} ${mtimeMs}`,
        problem: {
          severity: 'error',
          file,
          message: `the file has ${megabytes(size)}, more than the ${megabytes(maxFileBytes)} that a definition may have`,
          fix: 'split it into several files',
        },
      };
    }
    const bytes = await readFile(path);
    const fingerprint = createHash('sha256').update(bytes).digest('hex');
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { fingerprint, text };
    } catch {
      return { fingerprint, problem: notUtf8(file, bytes) };
    }
  } catch (error) {
    return {
      fingerprint: String(error),
      problem: {
        severity: 'error',
        file,
        message: `the file cannot be read: ${reason(error)}`,
        fix: 'make it readable for the portal, or delete it',
      },
    };
  }
}

function notUtf8(file: string, bytes: Uint8Array): DefinitionProblem {
  const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0];
  const lines = before.split('\n');
  return {
    severity: 'error',
    file,
    line: lines.length,
    column: lines[lines.length - 1].length + 1,
    message: 'the file is not UTF-8',
    fix: 'save it as UTF-8',
  };
}

function unreadable(directory: string, error: unknown): DefinitionProblem {
  return {
    severity: 'error',
    message: `the folder of definitions ${directory} cannot be read: ${reason(error)}`,
    fix: 'create it, or point the configuration to another folder',
  };
}

function reason(error: unknown): string {
  const code = isError(error) ? String(error.code) : '';
  const words: Record<string, string> = {
    EACCES: 'the permission is missing',
    EISDIR: 'it is a folder',
    ENOENT: 'it does not exist',
    ENOTDIR: 'it is not a folder',
  };
  return words[code] ?? String(error);
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / ONE_MIB) * 10) / 10} MB`;
}
