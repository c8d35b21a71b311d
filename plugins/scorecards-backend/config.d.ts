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
    notifications?: {
      /**
       * Minutes for which a squad is not told again of the same target; 60 when left out.
       * @visibility backend
       */
      coolDownMinutes?: number;
    };
  };
}
