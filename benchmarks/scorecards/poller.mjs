// Asks a light route all the time, as somebody else would, and knows the longest wait.
import { parentPort, workerData } from 'node:worker_threads';
import { createClient } from './client.mjs';

const client = createClient(workerData.address);
let longest = 0;
let asked = 0;

parentPort.on('message', () => {
  parentPort.postMessage({ longest, asked });
  longest = 0;
  asked = 0;
});

for (;;) {
  const { ms } = await client.ask('GET', workerData.path);
  longest = Math.max(longest, ms);
  asked += 1;
  await new Promise(resolve => {
    setTimeout(resolve, 5);
  });
}
