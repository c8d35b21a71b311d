import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { startKubernetes } from './kubernetes.mjs';

test('a cluster that is named is taken, and left running', async () => {
  const named = fileURLToPath(import.meta.url);
  const { kubeconfig, stop } = await startKubernetes(named);
  assert.equal(kubeconfig, named);
  await stop();
});

test('a named cluster that is not there is a failure that says so', async () => {
  await assert.rejects(startKubernetes('/not/there'), {
    message: /KUBECONFIG names \/not\/there, which is not there/,
  });
});
