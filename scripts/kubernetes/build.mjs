import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/processes.mjs';
import { fetchPackages } from './debianPackages.mjs';

const VERSION = 'v1.20.2';
const PROGRAMS = ['kube-apiserver', 'kube-controller-manager'];
const REFLECT = 'github.com/modern-go/reflect2';
const MODULE = 'k8s.io/kubernetes';
const MARK = '+k8s:openapi-gen=';
/** Folders of packages with tools and examples, whose types no API has. */
const NO_TYPES = new Set([
  'code-generator',
  'sample-apiserver',
  '_examples',
  'kube-openapi',
  'gengo',
]);

/** Where the programs lie that a cluster is made of. */
export function programsIn(folder) {
  const bin = join(folder, 'bin');
  return {
    etcd: join(bin, 'etcd'),
    apiServer: join(bin, PROGRAMS[0]),
    controllers: join(bin, PROGRAMS[1]),
  };
}

/** Whether everything has been built. */
export function isBuilt(folder) {
  return Object.values(programsIn(folder)).every(path => existsSync(path));
}

function* goFilesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NO_TYPES.has(entry.name)) yield* goFilesBelow(path);
    } else if (entry.name.endsWith('.go') && !entry.name.startsWith('zz_')) {
      yield path;
    }
  }
}

/** The Go packages whose types the API describes, by the mark in their sources. */
function describedPackages(sources) {
  const roots = ['cmd', 'pkg', 'plugin', 'staging/src/k8s.io', 'vendor/k8s.io'];
  const packages = roots.flatMap(root =>
    [...goFilesBelow(join(sources, root))]
      .filter(path => readFileSync(path, 'utf8').includes(MARK))
      .map(path => relative(sources, join(path, '..')).split(sep).join('/'))
      .map(path => path.replace(/^staging\/src\//, 'vendor/')),
  );
  return [...new Set(packages)].sort().map(path => `${MODULE}/${path}`);
}

/** Go as Debian packages it, on sources that bring all they need: it never asks the network. */
function goIn(work, unpacked, log) {
  const goRoot = join(unpacked, 'usr/lib/go-1.19');
  const env = {
    GOROOT: goRoot,
    GOPATH: join(work, 'gopath'),
    GOCACHE: join(work, 'gocache'),
    GOTMPDIR: join(work, 'gotmp'),
    GOENV: 'off',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOSUMDB: 'off',
    // The vendor folder fails the check of modules that Go 1.19 makes.
    GO111MODULE: 'off',
    CGO_ENABLED: '0',
  };
  const cwd = join(env.GOPATH, 'src', MODULE);
  mkdirSync(env.GOTMPDIR, { recursive: true });
  return {
    cwd,
    async run(program, args) {
      // Go takes the folder from PWD, so that the path through GOPATH counts and not what it links to.
      const options = { cwd, env: { ...env, PWD: cwd }, log };
      const { code, output } = await run(program, args, options);
      if (code === 0) return;
      throw new Failure(
        `Building Kubernetes failed; ${log} has all of it: ${output.trim().slice(-300)}`,
      );
    },
    build(target, output, flags = []) {
      const args = ['build', '-buildvcs=false', ...flags, '-o', output, target];
      return this.run(join(goRoot, 'bin/go'), args);
    },
  };
}

function layOut(work, { unpacked, sources }) {
  const parent = join(work, 'gopath/src/k8s.io');
  mkdirSync(parent, { recursive: true });
  symlinkSync(sources, join(parent, 'kubernetes'));
  // The reflect2 that lies in the sources panics on maps with Go 1.18 and later.
  const vendored = join(sources, 'vendor', REFLECT);
  rmSync(vendored, { recursive: true, force: true });
  cpSync(join(unpacked, 'usr/share/gocode/src', REFLECT), vendored, {
    recursive: true,
    dereference: true,
  });
}

/** The one generated file that the source package leaves out. */
async function describeApi(go, work, sources) {
  const generator = join(work, 'openapi-gen');
  await go.build(
    `${MODULE}/vendor/k8s.io/kube-openapi/cmd/openapi-gen`,
    generator,
  );
  await go.run(generator, [
    '--logtostderr',
    ...['--input-dirs', describedPackages(sources).join(',')],
    ...['--output-package', `${MODULE}/pkg/generated/openapi`],
    ...['--output-base', join(work, 'gopath/src')],
    ...['--output-file-base', 'zz_generated.openapi'],
    ...[
      '--go-header-file',
      'vendor/k8s.io/code-generator/hack/boilerplate.go.txt',
    ],
    ...['--report-filename', join(work, 'openapi-violations.txt')],
  ]);
}

function linkFlags() {
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(VERSION);
  const facts = {
    gitVersion: VERSION,
    gitMajor: major,
    gitMinor: minor,
    gitTreeState: 'clean',
  };
  const homes = ['component-base/version', 'client-go/pkg/version'];
  return homes
    .flatMap(home =>
      Object.entries(facts).map(
        ([name, value]) =>
          `-X ${MODULE}/vendor/k8s.io/${home}.${name}=${value}`,
      ),
    )
    .join(' ');
}

/**
 * Fetches and builds the Kubernetes API server, with the controllers that make and unmake namespaces,
 * from Debian's source package, and lays Debian's etcd beside it. Takes minutes, once.
 */
export async function buildKubernetes({ folder, log }) {
  const work = join(folder, 'work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const fetched = await fetchPackages({
    folder: work,
    packages: [
      'golang-1.19-go',
      'golang-1.19-src',
      'golang-github-modern-go-reflect2-dev',
      'etcd-server',
    ],
    source: 'kubernetes',
    log: log('fetch'),
  });
  layOut(work, fetched);
  const go = goIn(work, fetched.unpacked, log('build'));
  await describeApi(go, work, fetched.sources);
  const made = join(work, 'bin');
  for (const program of PROGRAMS) {
    await go.build(`${MODULE}/cmd/${program}`, join(made, program), [
      '-trimpath',
      ...['-tags', 'providerless'],
      ...['-ldflags', `-s -w ${linkFlags()}`],
    ]);
  }
  copyFileSync(join(fetched.unpacked, 'usr/bin/etcd'), join(made, 'etcd'));
  rmSync(join(folder, 'bin'), { recursive: true, force: true });
  renameSync(made, join(folder, 'bin'));
  rmSync(work, { recursive: true, force: true });
}
