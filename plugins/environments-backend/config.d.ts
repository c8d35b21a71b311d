export interface Config {
  environments?: {
    /** Minutes for which an environment lives while the golden path that makes it goes on; 30 when left out. */
    prepareMinutes?: number;
    /** Hours for which it lives once it is ready, and by which it is extended at most; 72 when left out. */
    hours?: number;
    /** Days after which it goes, however often it was extended; 14 when left out. */
    mostDays?: number;
  };
}
