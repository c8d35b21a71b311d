/**
 * Builds a site twice in a process of its own, the second time after one page changed, and tells how long
 * it took and how much memory the process had at most.
 */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import type { MarkdownGenerator } from '../../plugins/techdocs-backend-module-markdown/src/generator/MarkdownGenerator';

const [generatorFile, inputDir, outputDir, changed, rounds] =
  process.argv.slice(2);

const logger = {
  child: () => logger,
  debug: () => {},
  error: () => {},
  info: () => {},
  log: () => {},
  warn: () => {},
};

async function main() {
  const { MarkdownGenerator: Generator } = await import(generatorFile);
  const generator: MarkdownGenerator = Generator.fromConfig(
    new ConfigReader({}),
    { logger },
  );
  const build = async () => {
    rmSync(outputDir, { recursive: true, force: true });
    mkdirSync(outputDir, { recursive: true });
    const began = performance.now();
    await generator.run({
      inputDir,
      outputDir,
      logger: logger as never,
      siteOptions: { name: 'Many pages' },
    });
    return performance.now() - began;
  };
  const coldMs = await build();
  const changedMs: number[] = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    appendFileSync(changed, `\nOne line more in round ${round}.\n`);
    changedMs.push(await build());
  }
  await generator.close();
  // Kilobytes on Linux.
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ coldMs, changedMs, peakMb }));
}

main();
