import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import type { Request, Response } from 'express';

/** Nothing of the machine's or a person's own settings changes what a host does. */
export const gitEnvironment = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
};

/** Serves fetch and push of the repositories in a folder with `git http-backend`. */
export function gitHttp(directory: string) {
  return (request: Request, response: Response) => {
    const [path, query = ''] = request.url.split('?');
    const child = spawn('git', ['http-backend'], {
      env: {
        ...gitEnvironment,
        GIT_PROJECT_ROOT: directory,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: request.get('git-protocol') ?? '',
        PATH_INFO: decodeURIComponent(path),
        QUERY_STRING: query,
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.get('content-type') ?? '',
        HTTP_CONTENT_ENCODING: request.get('content-encoding') ?? '',
        // Without a user it takes no push.
        REMOTE_USER: 'git',
      },
    });
    request.pipe(child.stdin);
    // A git that ends before it has read all answers so.
    child.stdin.on('error', () => {});
    child.on('error', error => response.destroy(error));

    const separator = '\r\n\r\n';
    let head = Buffer.alloc(0);
    child.stdout.on('data', (part: Buffer) => {
      if (response.headersSent) {
        response.write(part);
        return;
      }
      head = Buffer.concat([head, part]);
      const end = head.indexOf(separator);
      if (end < 0) return;
      for (const line of head.subarray(0, end).toString().split('\r\n')) {
        const [name, value] = line.split(/: (.*)/s);
        if (name === 'Status') response.status(Number.parseInt(value, 10));
        else response.setHeader(name, value);
      }
      response.write(head.subarray(end + separator.length));
    });
    child.on('close', () => response.end());
  };
}
