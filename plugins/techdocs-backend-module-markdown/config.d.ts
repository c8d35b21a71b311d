import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  techdocs?: {
    /** How documents become sites, and where these are kept. */
    markdown?: {
      /**
       * What builds sites: the portal itself (`markdown`, the default), or `mkdocs` as
       * `techdocs.generator` says, which needs Python or Docker.
       */
      generator?: 'markdown' | 'mkdocs';
      /**
       * Where sites are kept: in the database of the techdocs plugin (`database`, the default), from
       * which every replica serves the same, or where `techdocs.publisher` says (`stock`).
       */
      publisher?: 'database' | 'stock';
      /**
       * When the documents of all entities are built without waiting for a reader, so that search
       * finds them; 10 seconds after the start and then every 5 minutes when left out. With
       * `techdocs.builder: external` nothing is built.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
