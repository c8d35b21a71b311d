// Makes the app that `@backstage/create-app` makes, untouched but for what its
// installation needs, and builds it. The result is kept under .cache/.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** The release of create-app that belongs to Backstage 1.55.0. */
const CREATE_APP = '0.9.2';

// The registry does not carry @backstage/errors 1.3.2, and better-sqlite3 12
// aborts on current Node 24; neither touches the web app.
const RESOLUTIONS = {
  '@backstage/errors': '1.3.1',
  'better-sqlite3': '^13.2.0',
  got: '11.8.6',
  'got@npm:11.8.2': '11.8.6',
};
const UNBUILT = [
  'better-sqlite3',
  'keytar',
  'tree-sitter',
  'tree-sitter-json',
  '@tree-sitter-grammars/tree-sitter-yaml',
  'cpu-features',
  'ssh2',
  'protobufjs',
  'core-js',
  'core-js-pure',
  '@scarf/scarf',
];

const run = (cwd, command, args, options = {}) =>
  execFileSync(command, args, {
    cwd,
    stdio: ['pipe', 'ignore', 'inherit'],
    ...options,
  });

function edit(path, change) {
  const json = JSON.parse(readFileSync(path, 'utf8'));
  change(json);
  writeFileSync(path, `${JSON.stringify(json, undefined, 2)}\n`);
}

function generate(cache) {
  const generator = join(cache, 'create-app');
  mkdirSync(generator, { recursive: true });
  writeFileSync(
    join(generator, 'package.json'),
    JSON.stringify({
      private: true,
      overrides: { '@backstage/errors': RESOLUTIONS['@backstage/errors'] },
      dependencies: { '@backstage/create-app': CREATE_APP },
    }),
  );
  run(generator, 'npm', ['install', '--no-audit', '--no-fund', '--silent']);
  run(
    generator,
    process.execPath,
    [
      'node_modules/.bin/backstage-create-app',
      '--skip-install',
      '--path',
      join(cache, 'app'),
    ],
    { input: 'stock\n' },
  );
}

/** Answers the folder of the built stock app, making it if it is not there. */
export function stockApp(cache) {
  const app = join(cache, 'app');
  if (existsSync(join(app, 'packages/app/dist/index.html'))) return app;
  rmSync(cache, { recursive: true, force: true });
  generate(cache);
  edit(join(app, 'package.json'), json => {
    json.resolutions = { ...json.resolutions, ...RESOLUTIONS };
    json.dependenciesMeta = Object.fromEntries(
      UNBUILT.map(name => [name, { built: false }]),
    );
  });
  writeFileSync(
    join(app, '.yarnrc.yml'),
    'nodeLinker: node-modules\nenableTelemetry: false\nnpmMinimalAgeGate: 75d\nnpmPreapprovedPackages: ["@backstage/*", better-sqlite3]\n',
  );
  rmSync(join(app, 'yarn.lock'));
  writeFileSync(join(app, 'yarn.lock'), '');
  run(app, 'yarn', ['install']);
  run(join(app, 'packages/app'), 'yarn', ['build']);
  return app;
}
