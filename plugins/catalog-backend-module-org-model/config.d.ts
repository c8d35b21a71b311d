import { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    /** The organization as code. Without this key the catalog is filled in another way. */
    orgModel?: {
      /**
       * Folders of organization files, relative to the folder that the backend runs in.
       * Several folders make one organization.
       */
      directory: string | string[];
      /**
       * How often the files are read again; five minutes by default. In development they are
       * also watched.
       */
      frequency?: string | HumanDuration;
      /**
       * An import that would delete more than so many percent of the entities that come from
       * these files is refused; 10 by default.
       */
      maxDeletedPercent?: number;
      /**
       * The folder that "npm run org -- docs" writes, relative to the folder that the backend runs
       * in. A System whose name is that of a folder in it with a `mkdocs.yml` gets these docs, and
       * so does everything that belongs to its group. Without this key nothing does.
       */
      docsDirectory?: string;
      /**
       * The entity whose docs every System shows that has none of its own, such as
       * `component:default/handbook`. Without this key it shows none.
       */
      docsFallback?: string;
    };
  };
}
