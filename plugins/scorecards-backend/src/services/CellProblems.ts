import type { VerdictDatabase } from '../database/VerdictDatabase';
import type { Definitions } from './Definitions';
import { restateCells } from './restateCells';

const atOnce = 250;

/** Says on cells what collectors could not bring, and why. */
export class CellProblems {
  readonly #options: {
    database: VerdictDatabase;
    definitions: Pick<Definitions, 'get'>;
    rollUp: { soon(): void };
    now: () => Date;
  };

  constructor(options: {
    database: VerdictDatabase;
    definitions: Pick<Definitions, 'get'>;
    rollUp: { soon(): void };
    now: () => Date;
  }) {
    this.#options = options;
  }

  /** @param problems - what is wrong with each KPI that a collector asked about; nothing when it is well */
  async report(
    problems: ReadonlyMap<string, string | undefined>,
  ): Promise<void> {
    const { database, definitions, rollUp, now } = this.#options;
    const { byId } = await definitions.get();
    const cells = await database.read.cells.ofKpis([...problems.keys()]);
    const changing = cells.flatMap(({ kpi: id, entity, group, problem }) => {
      const kpi = byId.get(id);
      const isNews = problem !== problems.get(id);
      return kpi && isNews ? [{ kpi, entity, group }] : [];
    });
    for (let from = 0; from < changing.length; from += atOnce) {
      const chunk = changing.slice(from, from + atOnce);
      await database.write(stores =>
        restateCells(stores, chunk, {
          now: now().getTime(),
          problemOf: kpi => problems.get(kpi),
        }),
      );
    }
    if (changing.length > 0) rollUp.soon();
  }
}
