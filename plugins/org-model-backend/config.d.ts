export interface Config {
  orgModel?: {
    index?: {
      /**
       * Seconds between two looks at the catalog, 5 to 30; 15 when left out. The catalog tells
       * nobody of its changes, so this is how far behind the tree may be.
       */
      pollSeconds?: number;
    };
  };
}
