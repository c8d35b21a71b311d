/** Makes something for a while; it is gone when the work with it ends. */
export type Maker<T> = (work: (made: T) => Promise<void>) => Promise<void>;

interface Making<T> {
  made: Promise<T>;
  users: number;
  /** Lets go of what was made. */
  release: () => void;
}

/** What several people ask for while it is being made is made once, and is there until the last of them is done. */
export class SharedWork<T> {
  readonly #makings = new Map<string, Making<T>>();

  /** @param make - is called unless the same key is being made */
  async with<R>(
    key: string,
    make: Maker<T>,
    work: (made: T) => Promise<R>,
  ): Promise<R> {
    const making = this.#makings.get(key) ?? this.#begin(key, make);
    making.users += 1;
    try {
      return await work(await making.made);
    } finally {
      making.users -= 1;
      if (making.users === 0) making.release();
    }
  }

  #begin(key: string, make: Maker<T>): Making<T> {
    const all = Promise.withResolvers<void>();
    const making = {
      made: new Promise<T>((resolve, reject) => {
        make(made => {
          // Who asks from now on gets it anew, as it may have changed.
          this.#makings.delete(key);
          resolve(made);
          return all.promise;
        }).catch(error => {
          this.#makings.delete(key);
          reject(error);
        });
      }),
      users: 0,
      release: all.resolve,
    };
    this.#makings.set(key, making);
    return making;
  }
}
