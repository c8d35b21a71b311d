import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  PROVENANCE_FILE,
  type Provenance,
  VERSION_ANNOTATION,
} from '@squadron/plugin-golden-paths-common';
import { stringify } from 'yaml';

/** Writes into the workspace which golden path made it, of which version and with which values. */
export function writeProvenance() {
  return createTemplateAction({
    id: 'squadron:provenance:write',
    description: `Writes ${PROVENANCE_FILE} into the workspace, by which a later version of the template is merged`,
    supportsDryRun: true,
    schema: {
      input: {
        values: z =>
          z
            .record(z.unknown())
            .describe('What the form was filled with, without secrets'),
        template: z =>
          z
            .string()
            .optional()
            .describe('Ref of the template; that of the task when left out'),
        version: z =>
          z.string().optional().describe('Of the template, likewise'),
      },
      output: {
        template: z => z.string(),
        version: z => z.string(),
      },
    },
    async handler(ctx) {
      const { input, templateInfo, workspacePath } = ctx;
      const annotations = templateInfo?.entity?.metadata.annotations;
      const provenance: Provenance = {
        template:
          input.template ??
          templateInfo?.entityRef ??
          'template:default/unknown',
        version: input.version ?? annotations?.[VERSION_ANNOTATION] ?? '0.0.0',
        values: input.values,
      };
      const file = resolveSafeChildPath(workspacePath, PROVENANCE_FILE);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(
        file,
        `# Which golden path made this, for later versions of it to be merged. Not to be edited.\n${stringify(provenance)}`,
      );
      ctx.output('template', provenance.template);
      ctx.output('version', provenance.version);
      ctx.logger.info(`Made by ${provenance.template} ${provenance.version}`);
    },
  });
}
