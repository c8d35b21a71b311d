import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { openDatabase } from '@squadron/backend-kit';
import express, { ErrorRequestHandler } from 'express';
import type { Knex } from 'knex';
import { DatabasePublisher } from '../publisher/DatabasePublisher';
import { DatabaseSiteStore } from '../publisher/DatabaseSiteStore';
import { migrationsDirectory } from '../publisher/migrationsDirectory';
import { folderWith } from './folders';

/** The one whose documents are published. */
export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'Squad-B-1' },
};

/** Where its documents are served. */
export const root = '/docs/default/system/squad-b-1';

/** What every generator writes. */
export const metadataFile = {
  'techdocs_metadata.json': JSON.stringify({
    site_name: 'Docs',
    site_description: '',
    etag: 'one',
    build_timestamp: 1,
  }),
};

const answerErrors: ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(error instanceof NotFoundError ? 404 : 500).send(error.message);
};

/** A publisher, and a server of what it publishes. */
export async function setUpPublisher(knex: Knex) {
  const event = { success: jest.fn(), fail: jest.fn() };
  const createEvent = jest.fn(async () => event);
  const logger = mockServices.logger.mock();
  const publisher = new DatabasePublisher({
    store: new DatabaseSiteStore(
      await openDatabase({
        database: { getClient: async () => knex },
        migrationsDirectory,
      }),
    ),
    auditor: mockServices.auditor.mock({ createEvent }),
    logger,
    now: () => new Date('2026-11-28T08:00:00Z'),
  });
  const app = express()
    .use('/docs', publisher.docsRouter())
    .use(answerErrors)
    .use((_req, res) => {
      res.status(405).end();
    });
  const publish = async (files: Record<string, string | Buffer>) =>
    publisher.publish({
      entity,
      directory: await folderWith({ ...metadataFile, ...files }),
    });
  return { app, createEvent, event, logger, publish, publisher };
}
