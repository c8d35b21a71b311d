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
  };
}
