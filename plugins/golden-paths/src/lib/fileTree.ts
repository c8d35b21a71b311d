import type { PreviewFile } from '@squadron/plugin-golden-paths-common';

/** A line of a tree of files: a folder, or a file with what is in it. */
export interface TreeLine {
  path: string;
  name: string;
  /** How deep it lies; 0 at the top. */
  depth: number;
  file?: PreviewFile;
}

/** Files as the lines of a tree, folders before files, each by name. */
export function treeLines(
  files: readonly PreviewFile[],
  folder = '',
): TreeLine[] {
  const depth = folder.split('/').length - 1;
  const inside = files.filter(({ path }) => path.startsWith(folder));
  const names = [
    ...new Set(
      inside.map(({ path }) => path.slice(folder.length).split('/')[0]),
    ),
  ].sort();
  const lines = names.map(name => ({
    name,
    depth,
    path: `${folder}${name}`,
    file: inside.find(({ path }) => path === `${folder}${name}`),
  }));
  return [
    ...lines
      .filter(({ file }) => !file)
      .flatMap(line => [line, ...treeLines(inside, `${line.path}/`)]),
    ...lines.filter(({ file }) => file),
  ];
}
