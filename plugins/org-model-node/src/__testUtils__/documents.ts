import documents from '../fixtures/documents.json';

interface Coded {
  code: string;
  title: string;
}

/** A squad as the tables and trees of the infrastructure document state it. */
interface DocumentedSquad extends Coded {
  /** What the document writes behind the title: `new` or `Updated`. */
  marker?: string;
  units: Coded[];
  responsibilities: string[];
  outputs: string[];
  stack: string[];
  kpis: string[];
  dependencies: { on: string; for: string }[];
  boundary: string;
  trees: (Coded & {
    units: Coded[];
    responsibilities: string[];
    kpis: string[];
  })[];
}

interface DocumentedDivision extends Coded {
  squads: DocumentedSquad[];
}

export const divisions: DocumentedDivision[] = documents.divisions;
export const squads = divisions.flatMap(division => division.squads);
