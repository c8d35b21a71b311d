export interface Config {
  environments?: {
    /**
     * Names of the clusters that environments are made in, of those that `kubernetes.clusterLocatorMethods`
     * lists with a service account token; all of these when left out. The first is used when nobody chooses.
     * @visibility backend
     */
    clusters?: string[];
    limits?: {
      /**
       * Minutes that an environment stays while its golden path goes on; 30 when left out. The same as
       * `squadron.goldenPaths.unkeptMinutes`, so that what a path leaves goes together.
       */
      preparingMinutes?: number;
      /** Hours that it stays after that, and is kept longer at once; 72 when left out. */
      readyHours?: number;
      /** Days after its making beyond which it is not kept; 14 when left out. */
      mostDays?: number;
    };
    /**
     * The most that an environment may take, by the names that Kubernetes has for it, such as
     * `requests.cpu: "2"`. What is named here counts instead of the default of the same name.
     */
    quota?: { [resource: string]: string };
  };
}
