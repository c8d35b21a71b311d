interface CollectorConfig {
  /**
   * Seconds between two runs, 5 to 86400; 300 when left out, and 60 for Prometheus.
   * @visibility backend
   */
  everySeconds?: number;
  /**
   * Seconds that one attempt may take, 1 to 3600; 60 when left out, and 120 for Prometheus and HTTP.
   * @visibility backend
   */
  timeoutSeconds?: number;
}

interface PrometheusConfig extends CollectorConfig {
  /** @visibility backend */
  url: string;
  /** @visibility secret */
  headers?: { [name: string]: string };
  /**
   * Seconds that one query may take; 20 when left out.
   * @visibility backend
   */
  queryTimeoutSeconds?: number;
}

export interface Config {
  squadron?: {
    /**
     * Whether a new portal is filled with a history that is made up and labelled so, of what nothing
     * real is known yet; no when left out.
     * @visibility backend
     */
    sampleData?: boolean;
  };
  scorecards?: {
    definitions?: {
      /**
       * Folder of the KPIs, relative to the folder that the backend runs in;
       * `../../catalog-info/scorecards` when left out. A changed file counts within seconds.
       * @visibility backend
       */
      directory?: string;
    };
    /**
     * Days that samples, days, changes and health are kept, and as many more as the longest window of a
     * KPI has; 800 when left out, which is the least.
     * @visibility backend
     */
    retentionDays?: number;
    notifications?: {
      /**
       * Minutes for which a squad is not told again of the same target; 60 when left out.
       * @visibility backend
       */
      coolDownMinutes?: number;
    };
    collectors?: {
      /** A Prometheus, or several with names, which KPIs name as their `instance`. */
      prometheus?:
        PrometheusConfig | Array<PrometheusConfig & { name: string }>;
      http?: CollectorConfig & {
        /** Servers that KPIs name as their `instance`: the headers go to them and to no other. */
        servers?: {
          [name: string]: {
            /**
             * What is asked lies below it.
             * @visibility backend
             */
            url: string;
            /** @visibility secret */
            headers?: { [name: string]: string };
          };
        };
        /**
         * Hosts of a private network that KPIs may name without a server: `status`, `status:8080`, `*.svc`.
         * @visibility backend
         */
        allowedHosts?: string[];
      };
      catalog?: CollectorConfig;
      scaffolder?: CollectorConfig;
      /** Reads what other plugins of the portal measure. */
      plugin?: CollectorConfig;
    };
  };
}
