export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in as any person of the catalog, without a password. For development only: with
       * NODE_ENV=production the backend refuses to start while this key is present. The sign-in page shows the people while it is.
       * @visibility frontend
       */
      demo?: {
        /**
         * Seconds for which the list of people on the sign-in page may be reused. 15 by default.
         */
        personaCacheSeconds?: number;
        /**
         * Names of Users that the sign-in page offers first; an example of each role by default.
         */
        suggested?: string[];
      };
    };
  };
}
