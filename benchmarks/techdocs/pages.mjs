/**
 * A documentation tree of many pages: prose, tables, lists, code of several languages, admonitions and
 * links between the pages, the same for every run. Plain mkdocs and the portal's generator both read it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORDS =
  'service region cluster deploy rollback budget latency replica storage network policy secret token alert pager unit squad owner target window sample release canary gateway schema index cache quota'.split(
    ' ',
  );

/** A small seeded generator, so that two runs measure the same text. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const code = {
  python: name =>
    `import os\n\n\ndef ${name}(region: str, limit: int = 10) -> list[str]:\n    """Names of what runs in a region."""\n    found = [f"{region}-{i}" for i in range(limit)]\n    if os.environ.get("DRY_RUN"):\n        return []\n    return sorted(found)\n`,
  yaml: name =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  labels:\n    team: platform\ndata:\n  limit: "10"\n  regions: "eu,us,apac"\n`,
  bash: name =>
    `#!/bin/sh\nset -eu\nfor region in eu us apac; do\n  kubectl --context "$region" rollout status deploy/${name}\ndone\n`,
  typescript: name =>
    `export async function ${name}(regions: readonly string[]): Promise<number> {\n  const counts = await Promise.all(regions.map(region => count(region)));\n  return counts.reduce((sum, each) => sum + each, 0);\n}\n`,
};

function page(number, pages) {
  const random = randomOf(number + 1);
  const pick = list => list[Math.floor(random() * list.length)];
  const words = count =>
    Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const sentence = () => {
    const text = words(8 + Math.floor(random() * 12));
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ');
  const linked = () => {
    const other = Math.floor(random() * pages);
    return `[page ${other}](../${folderOf(other)}/page-${other}.md)`;
  };
  const section = index => {
    const language = Object.keys(code)[(number + index) % 4];
    return [
      `## ${words(3)} ${index}`,
      paragraph(),
      `It needs **${words(2)}** and \`${words(1)}\`, see ${linked()} and ${linked()}.`,
      Array.from({ length: 5 }, () => `- ${sentence()}`).join('\n'),
      `### ${words(2)} of ${index}`,
      `\`\`\`${language}\n${code[language](`${pick(WORDS)}_${index}`)}\`\`\``,
      `| what | target | owner |\n| --- | --- | --- |\n${Array.from({ length: 6 }, () => `| ${words(2)} | ${Math.floor(random() * 100)} % | ${words(1)} |`).join('\n')}`,
      `!!! note "${words(2)}"\n\n    ${paragraph()}`,
    ].join('\n\n');
  };
  return `# Page ${number}: ${words(3)}\n\n${paragraph()}\n\n${Array.from({ length: 4 }, (_, index) => section(index)).join('\n\n')}\n`;
}

function folderOf(number) {
  return `area-${Math.floor(number / 25)}`;
}

/** Writes the tree below a folder and answers the path of each page. */
export function writePages(folder, pages) {
  const paths = [];
  mkdirSync(folder, { recursive: true });
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    paths.push(path);
  };
  writeFileSync(
    join(folder, 'mkdocs.yml'),
    'site_name: Many pages\nmarkdown_extensions:\n  - admonition\n  - tables\n  - toc:\n      permalink: true\n  - codehilite\n',
  );
  put('docs/index.md', '# Many pages\n\nThis tree is measured.\n');
  for (let number = 0; number < pages - 1; number += 1) {
    put(`docs/${folderOf(number)}/page-${number}.md`, page(number, pages - 1));
  }
  return paths;
}
