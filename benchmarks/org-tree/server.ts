// The backend in a process of its own, as it is for a browser: what asks does not share its time.
import { startBackend } from './backend';
import { makeOrganization } from './organization';

startBackend(makeOrganization(), process.env.BENCHMARK_DATABASE_URL)
  .then(backend => {
    process.on('message', async () => {
      await backend.stop();
      process.exit(0);
    });
    process.send?.(backend.address);
  })
  .catch(error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  });
