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
    };
  };
}
