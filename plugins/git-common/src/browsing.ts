import { z } from 'zod/v3';

/** What people see of a commit; `at` is a moment in UTC. */
export const commitSchema = z.object({
  id: z.string(),
  author: z.string(),
  at: z.string(),
  subject: z.string().describe('The first line of its message'),
});
export type Commit = z.output<typeof commitSchema>;

/** One thing in a folder. */
export const treeEntrySchema = z.object({
  name: z.string(),
  kind: z.enum(['folder', 'file', 'link', 'submodule']),
  size: z.number().int().optional().describe('In bytes, of files and links'),
});
export type TreeEntry = z.output<typeof treeEntrySchema>;

/** A folder at a commit. */
export const treeSchema = z.object({
  commit: z.string(),
  entries: z.array(treeEntrySchema).describe('Folders first'),
});
export type Tree = z.output<typeof treeSchema>;

/** A file at a commit. */
export const fileSchema = z.object({
  commit: z.string(),
  size: z.number().int().describe('In bytes'),
  content: z
    .enum(['text', 'binary', 'too-large'])
    .describe('What is no text in UTF-8 or over 1 MB is not told'),
  text: z.string().optional(),
});
export type File = z.output<typeof fileSchema>;

/** Where in a repository. */
export const placeQuery = z.object({
  ref: z.string().default('main').describe('A branch or a commit'),
  path: z
    .string()
    .max(1_000)
    .regex(/^[^\0]*$/, 'leave out the character NUL')
    .default('')
    .describe('Without a slash in front; empty for the root'),
});
