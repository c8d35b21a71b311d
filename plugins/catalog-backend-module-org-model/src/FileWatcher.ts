import { watch } from 'chokidar';

/** An editor saves in several steps; the reading waits until it has been quiet for so long. */
const QUIET_MS = 300;

/** Calls back when something in the folders has changed. */
export class FileWatcher {
  readonly #stop: () => Promise<void>;

  private constructor(stop: () => Promise<void>) {
    this.#stop = stop;
  }

  /** Begins to watch, and watches once this is resolved; what is there already is no change. */
  static async start(
    directories: string[],
    onChange: () => void,
    onError: (error: unknown) => void,
  ): Promise<FileWatcher> {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(directories, { depth: 0, ignoreInitial: true });
    watcher.on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET_MS);
    });
    watcher.on('error', onError);
    await new Promise<void>(resolve => {
      watcher.once('ready', resolve);
    });
    return new FileWatcher(async () => {
      clearTimeout(timer);
      await watcher.close();
    });
  }

  async stop(): Promise<void> {
    await this.#stop();
  }
}
