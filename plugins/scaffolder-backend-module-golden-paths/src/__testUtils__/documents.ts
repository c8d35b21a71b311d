import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { MarkdownGenerator } from '@squadron/plugin-techdocs-backend-module-markdown';
import type { TextFile } from './templates';

/** Builds documents as the portal does; `build` answers what is to be mended in them. */
export function createDocuments(folder: string) {
  const generator = MarkdownGenerator.fromConfig(mockServices.rootConfig(), {
    logger: mockServices.logger.mock(),
  });
  let sites = 0;
  return {
    async build(files: TextFile[]): Promise<string[]> {
      sites += 1;
      const inputDir = join(folder, `source-${sites}`);
      for (const { path, text } of files) {
        const file = join(inputDir, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      const problems: string[] = [];
      const logger = {
        log: (_level: string, problem: string) => problems.push(problem),
        info: () => {},
      };
      const outputDir = join(folder, `site-${sites}`);
      await mkdir(outputDir);
      // Of the logger that TechDocs hands over, what the generator calls.
      await generator.run({ inputDir, outputDir, logger: logger as never });
      return problems;
    },
    close: () => generator.close(),
  };
}
