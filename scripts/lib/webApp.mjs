import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, knownCause } from './failure.mjs';
import { readJson, writeJson } from './files.mjs';
import { filesBelow, fingerprint } from './fingerprint.mjs';
import { appDir, backstageCli, cacheDir, root } from './paths.mjs';
import { run } from './processes.mjs';
import { step } from './steps.mjs';
import { closureOf, workspaces } from './workspaces.mjs';

const dist = join(appDir, 'dist');
const stamp = join(cacheDir, 'web-app.json');
const log = join(cacheDir, 'log/web-app.log');

/** The lines of one top-level section of a YAML file. */
export function topLevelSection(text, key) {
  const lines = text.split('\n');
  const start = lines.findIndex(line => line.startsWith(`${key}:`));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex(line => /^[^\s#]/.test(line));
  return lines
    .slice(start, length < 0 ? undefined : start + 1 + length)
    .join('\n');
}

/** Whether a file of a package ends up in the web app. */
export function isBuilt(path) {
  return !/\.test\.[cm]?[jt]sx?$|\/setupTests\.ts$|\/__fixtures__\//.test(path);
}

function sourceFingerprint() {
  const files = closureOf('@squadron/app', workspaces()).flatMap(
    ({ folder }) => [
      join(folder, 'package.json'),
      ...[join(folder, 'config.d.ts')].filter(existsSync),
      ...['src', 'public'].flatMap(name => filesBelow(join(folder, name))),
    ],
  );
  const config = readFileSync(join(root, 'app-config.yaml'), 'utf8');
  return fingerprint(
    root,
    [join(root, 'yarn.lock'), ...files.filter(isBuilt)],
    [topLevelSection(config, 'app')],
  );
}

/** Builds the web app when its sources changed, it was never built to the end, or its files are gone. */
export async function ensureWebApp({ node, env }) {
  const sources = sourceFingerprint();
  const built = readJson(stamp);
  const files = filesBelow(dist).length;
  if (built?.sources === sources && built.files === files && files > 0) return;
  await step(
    'Web app',
    async () => {
      rmSync(stamp, { force: true });
      const { code, output } = await run(
        node,
        [backstageCli, 'package', 'build'],
        { cwd: appDir, env: { ...env, NODE_ENV: 'production' }, log },
      );
      if (code !== 0) {
        throw new Failure(
          knownCause(output) ??
            `The web app could not be built: read ${log}, mend the source that it names and run the same command again.`,
        );
      }
      writeJson(stamp, { sources, files: filesBelow(dist).length });
    },
    { hint: 'takes about half a minute' },
  );
}
