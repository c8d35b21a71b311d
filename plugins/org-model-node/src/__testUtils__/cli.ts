import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cli/run';

/** What lies in the folder when a test begins. */
export const org = `company:
  title: Acme
  lead: { name: ceo, title: CEO }
divisions:
  - code: 1A
    title: Ground
    kpis: [{ id: calm, text: Calm ≥ 99 % }]
    outputs: [Roads]
`;

/** Gives each test a folder with an organization, where it runs commands. */
export function setupCli() {
  const world = { cwd: '', output: [] as string[] };
  const write = (text: string, file = 'org.yaml') =>
    writeFile(join(world.cwd, 'catalog-info/org', file), text);

  beforeEach(async () => {
    world.cwd = await mkdtemp(join(tmpdir(), 'org-cli-'));
    await mkdir(join(world.cwd, 'catalog-info/org'), { recursive: true });
    world.output = [];
    await write(org);
  });
  afterEach(async () => {
    await rm(world.cwd, { recursive: true });
  });

  const say = (text: string) => world.output.push(text);
  const command = (...args: string[]) =>
    run(args, { cwd: world.cwd, out: say, err: say });
  const printed = () => world.output.join('\n');
  return Object.assign(world, { write, say, command, printed });
}
