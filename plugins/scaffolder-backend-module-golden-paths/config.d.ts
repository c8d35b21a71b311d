export interface Config {
  squadron?: {
    goldenPaths?: {
      /**
       * File of the tag policy, relative to the folder that the backend runs in;
       * `../../catalog-info/costs/tag-policy.yaml` when left out. A changed file counts within seconds.
       * @visibility backend
       */
      tagPolicy?: string;
    };
  };
}
