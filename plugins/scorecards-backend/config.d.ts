export interface Config {
  scorecards?: {
    definitions?: {
      /**
       * Folder of the KPIs, relative to the folder that the backend runs in;
       * `../../catalog-info/scorecards` when left out. A changed file counts within seconds.
       * @visibility backend
       */
      directory?: string;
    };
  };
}
