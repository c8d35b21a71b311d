export interface Config {
  squadron?: {
    metrics?: {
      /**
       * Port on which a Prometheus finds this replica's metrics, under `/metrics`; without one none are kept.
       * @visibility backend
       */
      port?: number;
      /**
       * Address that it listens on; 127.0.0.1 when left out, so that nothing outside of the machine reads them.
       * @visibility backend
       */
      host?: string;
    };
  };
}
