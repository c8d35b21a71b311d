import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crashSentence, portalEnv } from './portal.mjs';

const crash = output =>
  crashSentence({
    output,
    port: 7007,
    log: '.data/log/portal.log',
    moment: 'while it started',
  });

test('a plugin that did not start is named with its reason', () => {
  const sentence = crash(
    [
      'info Plugin initialization complete',
      'error Unhandled rejection Backend startup failed due to the following errors:',
      `  Plugin 'permission' startup failed; caused by Error: No policy module installed! type="unhandledRejection" stack="…`,
      '    at Object.start (file.js:1:1)',
    ].join('\n'),
  );
  assert.match(sentence, /Plugin 'permission' says: Error: No policy module/);
  assert.doesNotMatch(sentence, /unhandledRejection|file\.js|\n/);
});

test('any other crash shows the last error and where the log is', () => {
  const sentence = crash('info up\nError: boom\ninfo down');
  assert.match(sentence, /\(Error: boom\).*\.data\/log\/portal\.log/);
});

test('a silent crash still says where to look', () => {
  assert.match(crash(''), /stopped while it started: .*portal\.log/);
});

test('a port that was taken in the meantime, a lost package and a full disk have their own words', () => {
  assert.match(crash('Error: listen EADDRINUSE :7007'), /Port 7007 is taken/);
  assert.match(crash("Error: Cannot find module 'knex'"), /knex is not there/);
  assert.match(crash('SqliteError: SQLITE_FULL'), /disk is full/);
});

test('a port and a data folder reach every setting that names them', () => {
  const env = portalEnv({ port: 7100, dataDir: '/data' });
  assert.equal(env.APP_CONFIG_app_baseUrl, 'http://localhost:7100');
  assert.equal(env.APP_CONFIG_backend_baseUrl, 'http://localhost:7100');
  assert.equal(env.APP_CONFIG_backend_listen_port, '7100');
  assert.equal(
    env.APP_CONFIG_backend_database_connection_directory,
    '/data/db',
  );
});
