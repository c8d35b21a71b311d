export interface Config {
  squadron?: {
    goldenPaths?: {
      /**
       * File of the tag policy, relative to the folder that the backend runs in;
       * `../../catalog-info/costs/tag-policy.yaml` when left out. A changed file counts within seconds.
       * @visibility backend
       */
      tagPolicy?: string;
      /**
       * After how many minutes a repository goes whose golden path did not come to its end; 30 when left
       * out. No task may take longer. The same as `environments.limits.preparingMinutes`, so that what a
       * path leaves goes together.
       * @visibility backend
       */
      unkeptMinutes?: number;
    };
  };
}
