import { textOf } from '@squadron/plugin-git-node';
import type { PreviewFile } from '@squadron/plugin-golden-paths-common';

const mostCharacters = 100_000;

/** A file as a preview shows it: with its text where it is one, in UTF-8 and not too long. */
export function previewOf(file: {
  path: string;
  content: Buffer;
}): PreviewFile {
  const { path, content } = file;
  const text = textOf(content);
  const isShown = text !== undefined && text.length <= mostCharacters;
  return { path, bytes: content.length, ...(isShown && { text }) };
}
