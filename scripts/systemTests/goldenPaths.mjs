/**
 * What golden paths leave behind when something goes wrong, in a portal of its own with a real cluster:
 * PORTAL_CLUSTER describes it. "npm run test:system" runs this.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launchPortal } from '../lib/portal.mjs';
import { PortalClient, serviceOfB1, until } from '../lib/portalClient.mjs';
import { clusterEnv } from '../lib/portalCluster.mjs';
import { freePort } from '../lib/ports.mjs';
import { faultAfter, layTemplates } from './faultyTemplate.mjs';

const cluster = JSON.parse(process.env.PORTAL_CLUSTER);
const patient = { patienceMs: 240_000 };
const kept = 30;
/** Long enough for a path of a few seconds, and short enough to wait for. */
const shortly = 0.5;

describe('a golden path', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'squadron-faults-'));
  const steps = layTemplates(join(dataDir, 'templates'));
  const last = steps.at(-1);
  const early = steps.filter(step => step !== last);
  let port;
  let portal;
  let engineer;

  async function start(unkeptMinutes) {
    const locations = [
      {
        type: 'file',
        target: join(dataDir, 'templates/*/template.yaml'),
        rules: [{ allow: ['Template'] }],
      },
    ];
    const env = {
      ...clusterEnv(cluster),
      APP_CONFIG_catalog_locations: JSON.stringify(locations),
      APP_CONFIG_squadron_sampleData: 'false',
      APP_CONFIG_squadron_goldenPaths_unkeptMinutes: String(unkeptMinutes),
      APP_CONFIG_environments_limits_preparingMinutes: String(unkeptMinutes),
      APP_CONFIG_scaffolder_concurrentTasksLimit: '20',
    };
    portal = launchPortal({ node: process.execPath, env }, { port, dataDir });
    await portal.untilReady();
    const baseUrl = `http://localhost:${port}`;
    engineer = await new PortalClient(baseUrl, 'engineer-b-1').signIn();
    await until(
      'the templates',
      () => engineer.entity('template', 'faulty-service'),
      patient,
    );
  }

  const git = (name, ...args) =>
    execFileSync('git', ['-C', join(dataDir, 'git', `${name}.git`), ...args])
      .toString()
      .trim();
  const repositories = () =>
    existsSync(join(dataDir, 'git'))
      ? readdirSync(join(dataDir, 'git'))
          .filter(file => file.endsWith('.git'))
          .map(file => file.slice(0, -'.git'.length))
      : [];
  const environments = async () => {
    const { items } = await engineer.ask('GET', 'environments/environments');
    return items.map(({ namespace }) => namespace);
  };
  const submit = (name, fault, seconds = 1) =>
    engineer.submit('faulty-service', { ...serviceOfB1(name), fault, seconds });
  const isWaiting = async (id, step) => {
    const log = await engineer.log(id);
    return log.some(
      each => each.step === `wait-${step}` && each.status === 'processing',
    );
  };
  const failedStep = async id => {
    const log = await engineer.log(id);
    return log.find(({ status }) => status === 'failed')?.step;
  };
  const untilUnknown = name =>
    until(
      `${name} to leave the catalog`,
      async () => !(await engineer.entity('component', name)),
      patient,
    );
  const sweep = () =>
    Promise.all(
      [
        ['environments', 'environments-upkeep'],
        ['git', 'git-sweep'],
      ].map(([plugin, task]) =>
        engineer.request(
          'POST',
          `${plugin}/.backstage/scheduler/v1/tasks/${task}/trigger`,
        ),
      ),
    );

  before(async () => {
    port = await freePort();
    await start(kept);
  });
  after(async () => {
    await portal?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is finished once by a portal that starts after one that was killed in mid-task', async () => {
    const tasks = await Promise.all(
      early.map(async step => {
        const name = `killed-${step}`;
        return {
          step,
          name,
          id: await submit(name, faultAfter('wait', step), 20),
        };
      }),
    );
    for (const { id, step } of tasks) {
      await until(`${step} to be over`, () => isWaiting(id, step), patient);
    }
    await portal.kill();
    await start(shortly);
    for (const { id, name, step } of tasks) {
      const ended = await engineer.untilEnded(id, patient);
      const log = await engineer.log(id);
      assert.equal(ended, 'completed', `${step}: ${JSON.stringify(log)}`);
      assert.equal(git(name, 'rev-list', '--count', 'main'), '1');
      assert.ok(await engineer.entity('component', name));
      const place = `environments/environments/dev/dev-${name}`;
      const { phase } = await engineer.ask('GET', place);
      assert.equal(phase, 'ready');
    }
    assert.deepEqual(
      repositories().sort(),
      tasks.map(({ name }) => name).sort(),
    );
  });

  it('leaves nothing of a failure or a cancel after any step, and touches nothing that was there', async () => {
    const there = repositories();
    const commits = () => there.map(name => git(name, 'rev-parse', 'main'));
    const untouched = {
      commits: commits(),
      environments: await environments(),
    };

    const failed = await Promise.all(
      early.map(step => submit(`failed-${step}`, faultAfter('fail', step))),
    );
    const cancelled = await Promise.all(
      early.map(async step => {
        const fault = faultAfter('wait', step);
        const id = await submit(`cancelled-${step}`, fault, 120);
        await until(`${step} to be over`, () => isWaiting(id, step), patient);
        await engineer.ask('POST', `scaffolder/v2/tasks/${id}/cancel`);
        return id;
      }),
    );
    const again = await Promise.all(
      there.map(name => engineer.submit('node-service', serviceOfB1(name))),
    );
    for (const [at, id] of failed.entries()) {
      assert.equal(await engineer.untilEnded(id), 'failed');
      assert.equal(await failedStep(id), `fail-${early[at]}`);
    }
    for (const id of cancelled) {
      assert.notEqual(await engineer.untilEnded(id), 'completed');
    }
    for (const id of again) {
      assert.equal(await engineer.untilEnded(id), 'failed');
      assert.equal(await failedStep(id), 'publish');
    }
    assert.ok(repositories().some(name => /failed-|cancelled-/.test(name)));

    await until(
      'what was not finished to go',
      async () => {
        await sweep();
        const left = [...repositories(), ...(await environments())];
        return left.every(name => !/failed-|cancelled-/.test(name));
      },
      patient,
    );
    const names = early.flatMap(step => [
      `failed-${step}`,
      `cancelled-${step}`,
    ]);
    for (const name of names) await untilUnknown(name);
    assert.deepEqual(repositories().sort(), there.sort());
    assert.deepEqual(
      (await environments()).sort(),
      untouched.environments.sort(),
    );
    assert.deepEqual(commits(), untouched.commits);
    for (const name of there) {
      assert.ok(await engineer.entity('component', name));
    }
  });
});
