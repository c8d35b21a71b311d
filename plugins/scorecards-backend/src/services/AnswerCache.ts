import { PreparedAnswer } from '@squadron/backend-kit';
import type { CellReadStore } from '../database/CellReadStore';
import { Scene, SceneOptions, currentScene } from './Scene';

const mostAnswers = 128;
/** Names of components come from the catalog, which does not say when they change. */
const freshMs = 60_000;

interface Moment extends Scene {
  version: string;
  minute: number;
}

/**
 * Answers that are the same for everybody, made once in a minute for as long as no cell, definition or
 * group changes: then a request costs one statement. Of too many, the one that was not asked for the
 * longest goes.
 */
export class AnswerCache {
  readonly #options: SceneOptions;
  readonly #cells: Pick<CellReadStore, 'version'>;
  readonly #now: () => Date;
  #moment: Moment | undefined;
  #answers = new Map<string, Promise<PreparedAnswer>>();

  constructor(
    options: SceneOptions & {
      cells: Pick<CellReadStore, 'version'>;
      now: () => Date;
    },
  ) {
    this.#options = options;
    this.#cells = options.cells;
    this.#now = options.now;
  }

  /** @param key - the request in one text */
  async get(
    key: string,
    make: (scene: Scene) => Promise<unknown>,
  ): Promise<PreparedAnswer> {
    // Read before what it stands for: what is written meanwhile makes the next request read again.
    const version = await this.#cells.version();
    const scene = await currentScene(this.#options);
    const minute = Math.floor(this.#now().getTime() / freshMs);
    if (!this.#isOf({ ...scene, version, minute })) {
      this.#moment = { ...scene, version, minute };
      this.#answers = new Map();
    }
    const known = this.#answers.get(key);
    const answer = known ?? make(scene).then(PreparedAnswer.ofJson);
    this.#remember(key, answer);
    return answer;
  }

  #isOf({ set, tree, version, minute }: Moment): boolean {
    const known = this.#moment;
    return (
      known?.set === set &&
      known.tree === tree &&
      known.version === version &&
      known.minute === minute
    );
  }

  #remember(key: string, answer: Promise<PreparedAnswer>): void {
    const answers = this.#answers;
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > mostAnswers) {
      const [oldest] = answers.keys();
      answers.delete(oldest);
    }
    answer.catch(() => {
      if (answers.get(key) === answer) answers.delete(key);
    });
  }
}
