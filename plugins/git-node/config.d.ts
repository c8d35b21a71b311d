export interface Config {
  squadron?: {
    git?: {
      /** Folder of the bare repositories, beside the file that names it. Without it there are none. */
      directory?: string;
    };
  };
}
