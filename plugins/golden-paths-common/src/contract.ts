import { defineContract, measureRoutes } from '@squadron/contract';
import { z } from 'zod/v3';

/** How a golden path does, of the tasks that ended in the last 90 days. */
export const templateFiguresSchema = z.object({
  /** Ref of the template. */
  template: z.string(),
  runs: z.number().int(),
  /** Of those that went well, from the order to the end; nothing when none did. */
  medianSeconds: z.number().optional(),
  /** Share of those that went well, 0 to 1. */
  successRate: z.number().optional(),
});
export type TemplateFigures = z.output<typeof templateFiguresSchema>;

/** A file that a golden path would write. */
export const previewFileSchema = z.object({
  path: z.string(),
  bytes: z.number().int(),
  /** Nothing for what is no text, and for more than 100,000 characters. */
  text: z.string().optional(),
});
export type PreviewFile = z.output<typeof previewFileSchema>;

/** What a newer version of a golden path changes in a file of a project. */
export const fileChangeSchema = z.object({
  path: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  /** Unified, as git writes it; cut after 50,000 characters. */
  diff: z.string(),
});
export type FileChange = z.output<typeof fileChangeSchema>;

/** How a project stands to the golden path that made it. */
export const projectUpdateSchema = z.object({
  component: z.string(),
  /** Ref of the template. */
  template: z.string(),
  templateTitle: z.string(),
  /** Version that made the project, or was brought in last. */
  from: z.string(),
  /** Version that there is now. */
  to: z.string(),
  isOutdated: z.boolean(),
  /** Where its repository lies: there an update is a pull or merge request. Nothing where the portal keeps it. */
  host: z.enum(['github', 'gitlab']).optional(),
  /** Page of the open request that has all of `to`. */
  mergeRequest: z.string().optional(),
  /** What an update would change in the project as it is now. */
  changes: z.array(fileChangeSchema),
  /** Files that both the project and the golden path have changed in the same place. */
  conflicts: z.array(fileChangeSchema),
});
export type ProjectUpdate = z.output<typeof projectUpdateSchema>;

const project = z.object({ component: z.string().describe('Its name') });

/** The API of golden paths, served under `/api/golden-paths`. */
export const goldenPathsContract = defineContract({
  id: 'golden-paths',
  title: 'Golden paths',
  description:
    'How golden paths do, what they would write, and what their newer versions would change.',
  version: '1',
  routes: {
    templates: {
      method: 'GET',
      path: '/templates',
      summary: 'How long each golden path takes, and how often it goes well',
      response: z.object({
        days: z.number().int(),
        items: z.array(templateFiguresSchema),
      }),
    },
    name: {
      method: 'GET',
      path: '/names/:name',
      summary: 'Whether something new may have this name',
      params: z.object({ name: z.string() }),
      response: z.object({
        isFree: z.boolean(),
        problem: z
          .string()
          .optional()
          .describe('What is wrong with it, or who has it'),
      }),
    },
    preview: {
      method: 'POST',
      path: '/previews',
      summary: 'The files that a golden path would write; nothing is made',
      body: z.object({
        template: z.string().describe('Ref of the template'),
        values: z.record(z.unknown()).describe('What the form was filled with'),
      }),
      response: z.object({ files: z.array(previewFileSchema) }),
    },
    projectUpdate: {
      method: 'GET',
      path: '/projects/:component/update',
      summary: 'What a newer version of its golden path would change',
      params: project,
      response: projectUpdateSchema,
    },
    updateProject: {
      method: 'POST',
      path: '/projects/:component/update',
      summary:
        'Merges the newer version of its golden path, or on GitHub and GitLab requests the merge; with conflicts main stays as it is',
      params: project,
      response: projectUpdateSchema.extend({
        commit: z
          .string()
          .optional()
          .describe(
            'Of main afterwards; nothing when there are conflicts, or on GitHub and GitLab',
          ),
      }),
    },
    ...measureRoutes,
  },
});
