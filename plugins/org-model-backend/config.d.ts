export interface Config {
  orgModel?: {
    index?: {
      /**
       * Seconds between two looks at the catalog, 5 to 15; 10 when left out. The catalog tells
       * nobody of its changes, so this is how far behind the tree may be; other plugins keep it
       * for up to 15 seconds more.
       */
      pollSeconds?: number;
    };
    onboarding?: {
      /**
       * Folder of the checklists for new people, relative to the folder that the backend runs in;
       * `../../catalog-info/onboarding` when left out, if there is one. A changed file counts
       * within seconds.
       * @visibility backend
       */
      directory?: string;
    };
  };
}
