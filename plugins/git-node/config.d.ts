export interface Config {
  squadron?: {
    git?: {
      /** Folder of the bare repositories, beside the file that names it. Without it there are none. */
      directory?: string;
      /**
       * Where golden paths publish to instead of that folder. The token or app of the integration needs the rights
       * that docs/plugins/golden-paths.md names.
       */
      publishTo?: {
        /** Of `integrations.github` or `integrations.gitlab`, such as github.com. */
        host: string;
        /** Organization of GitHub, such as acme; group of GitLab with the groups above it, such as acme/platform. No user. */
        owner: string;
        /** Who may read new repositories; private when left out. */
        visibility?: 'private' | 'internal' | 'public';
      };
    };
  };
}
