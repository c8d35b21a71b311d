import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { freePort } from '../lib/ports.mjs';
import { collect, end, start, stopSignal } from '../lib/processes.mjs';
import { programsIn } from './build.mjs';

const HOST = '127.0.0.1';
const POLL_MS = 200;
const PATIENCE_MS = 120_000;
const PRIVATE = { mode: 0o600 };
/** Those that make and unmake what lies in a namespace; others need nodes. */
const CONTROLLERS = [
  'namespace',
  'serviceaccount',
  'serviceaccount-token',
  'root-ca-cert-publisher',
  'resourcequota',
  'garbagecollector',
  'clusterrole-aggregation',
];

/** Keys by which tokens of service accounts are signed, and two tokens of the cluster's own people. */
function layKeys(folder) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const signing = join(folder, 'service-accounts.key');
  const checking = join(folder, 'service-accounts.pub');
  writeFileSync(signing, privateKey, PRIVATE);
  writeFileSync(checking, publicKey);
  const tokens = { admin: randomToken(), controllers: randomToken() };
  const tokenFile = join(folder, 'tokens.csv');
  writeFileSync(
    tokenFile,
    [
      `${tokens.admin},admin,admin,"system:masters"`,
      `${tokens.controllers},system:kube-controller-manager,controllers,"system:masters"`,
      '',
    ].join('\n'),
    PRIVATE,
  );
  return { signing, checking, tokens, tokenFile };
}

function randomToken() {
  return randomBytes(16).toString('hex');
}

/** A file for the programs of Kubernetes; JSON is YAML. */
function layKubeconfig(path, { server, certificate, token }) {
  const name = 'squadron';
  const cluster = {
    server,
    'certificate-authority-data': readFileSync(certificate).toString('base64'),
  };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
  writeFileSync(path, JSON.stringify(config), PRIVATE);
}

/** Whether the server answers, by the certificate that it has made. */
function answers(url, { certificate, token }) {
  // Before it has written its certificate it does not.
  if (!existsSync(certificate)) return false;
  return new Promise(done => {
    const request = get(
      url,
      {
        ca: readFileSync(certificate),
        headers: { authorization: `Bearer ${token}` },
        timeout: 5_000,
      },
      response => {
        response.resume();
        done(response.statusCode === 200);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => done(false));
  });
}

/** The programs of a cluster; when one ends by itself, waiting for any is over. */
class Programs {
  #running = [];
  #failure;

  start(name, program, args, log) {
    const { child, ended } = start(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = collect(child, { log: log(name) });
    const over = ended
      .catch(error => error)
      .then(() => {
        this.#failure ??= `${name} ended: ${output.tail().trim().slice(-300)}`;
      });
    this.#running.push({ child, over });
  }

  async until(isReady) {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await isReady())) {
      stopSignal.throwIfAborted();
      if (this.#failure || Date.now() > deadline) {
        throw new Failure(
          `Kubernetes did not start: ${this.#failure ?? 'it does not answer'}`,
        );
      }
      await new Promise(done => setTimeout(done, POLL_MS));
    }
  }

  /** Those that were started last first, so that none misses another. */
  async stop() {
    for (const { child, over } of this.#running.toReversed()) {
      end(child);
      await over;
    }
  }
}

async function startEtcd(programs, { program, folder, log }) {
  const clients = `http://${HOST}:${await freePort()}`;
  const peers = `http://${HOST}:${await freePort()}`;
  programs.start(
    'etcd',
    program,
    [
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${clients}`,
      `--advertise-client-urls=${clients}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=default=${peers}`,
      // Tests throw the data away, so nothing has to survive a power cut.
      '--unsafe-no-fsync',
      ...['--logger=zap', '--log-outputs=stderr'],
    ],
    log,
  );
  return clients;
}

function startApiServer(programs, { program, folder, port, etcd, keys, log }) {
  programs.start(
    'kube-apiserver',
    program,
    [
      `--etcd-servers=${etcd}`,
      ...[`--bind-address=${HOST}`, `--advertise-address=${HOST}`],
      ...[`--secure-port=${port}`, '--insecure-port=0'],
      // It makes its own certificate there, and signs it.
      `--cert-dir=${folder}`,
      `--service-account-key-file=${keys.checking}`,
      `--service-account-signing-key-file=${keys.signing}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--token-auth-file=${keys.tokenFile}`,
      '--authorization-mode=Node,RBAC',
      '--service-cluster-ip-range=10.0.0.0/24',
      '--endpoint-reconciler-type=none',
    ],
    log,
  );
}

function startControllers(programs, { program, folder, port, keys, log }) {
  programs.start(
    'kube-controller-manager',
    program,
    [
      `--kubeconfig=${join(folder, 'controllers.kubeconfig')}`,
      '--leader-elect=false',
      ...['--port=0', `--bind-address=${HOST}`, `--secure-port=${port}`],
      `--cert-dir=${join(folder, 'controllers')}`,
      `--service-account-private-key-file=${keys.signing}`,
      `--root-ca-file=${join(folder, 'apiserver.crt')}`,
      `--controllers=${CONTROLLERS.join(',')}`,
    ],
    log,
  );
}

/** Starts an empty cluster on free ports; answers its kubeconfig and a function that ends it. */
export async function startServers({ folder: built, log }) {
  const folder = mkdtempSync(join(tmpdir(), 'squadron-kubernetes-'));
  const { etcd, apiServer, controllers } = programsIn(built);
  const programs = new Programs();
  const stop = async () => {
    await programs.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const keys = layKeys(folder);
    const port = await freePort();
    const server = `https://${HOST}:${port}`;
    const certificate = join(folder, 'apiserver.crt');
    const asAdmin = { certificate, token: keys.tokens.admin };
    const shared = { folder, keys, log };
    const data = await startEtcd(programs, { ...shared, program: etcd });
    startApiServer(programs, {
      ...shared,
      program: apiServer,
      port,
      etcd: data,
    });
    await programs.until(() => answers(`${server}/readyz`, asAdmin));
    const kubeconfig = join(folder, 'kubeconfig');
    const address = { server, certificate };
    layKubeconfig(kubeconfig, { ...address, token: keys.tokens.admin });
    layKubeconfig(join(folder, 'controllers.kubeconfig'), {
      ...address,
      token: keys.tokens.controllers,
    });
    const controllersPort = await freePort();
    startControllers(programs, {
      ...shared,
      program: controllers,
      port: controllersPort,
    });
    const account = 'api/v1/namespaces/default/serviceaccounts/default';
    await programs.until(() => answers(`${server}/${account}`, asAdmin));
    return { kubeconfig, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
