import { Agent, request } from 'node:http';

/** Asks one backend over one connection; answers stay compressed until they are wanted. */
export function createClient({ baseUrl, token }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  function ask(method, path, body) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const started = performance.now();
      const sent = request(
        `${baseUrl}${path}`,
        {
          agent,
          method,
          headers: {
            Authorization: `Bearer ${token}`,
            'Accept-Encoding': 'gzip',
            ...(text && {
              'Content-Type': 'application/json',
              'Content-Length': Buffer.byteLength(text),
            }),
          },
        },
        response => {
          const parts = [];
          response.on('data', part => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const answer = {
              ms: performance.now() - started,
              body: Buffer.concat(parts),
            };
            if (response.statusCode < 300) resolve(answer);
            else
              reject(
                new Error(`${path}: ${response.statusCode} ${answer.body}`),
              );
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  return { ask };
}

/** The values at some parts of the sorted times. */
export function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = part =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { p50: at(0.5), p95: at(0.95) };
}
