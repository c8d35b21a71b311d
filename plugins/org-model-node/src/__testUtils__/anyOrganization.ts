import { DefinitionFile } from '@squadron/backend-kit';
import fc from 'fast-check';
import { OrgFile, orgFileSchema } from '../definitions/schema';

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .+#é-]{0,30}$/);
const stack = fc.array(
  fc.stringMatching(/^[A-Z][a-z]{1,8}( v?[0-9]\.[0-9])?$/),
  {
    maxLength: 3,
  },
);

/** Which of the existing things something random refers to. */
const pick = fc.nat();

const charter = fc.record({ title: word, stack, depends: pick, lead: pick });

const shape = fc.record({
  divisions: fc.array(
    fc.record({
      own: charter,
      squads: fc.array(
        fc.record({ own: charter, units: fc.array(charter, { maxLength: 3 }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
  departments: fc.array(charter, { maxLength: 3 }),
  pods: fc.array(fc.tuple(charter, pick), { maxLength: 4 }),
  councils: fc.array(charter, { maxLength: 2 }),
});

type Charter = {
  title: string;
  stack: string[];
  depends: number;
  lead: number;
};

/** Writes a random organization in which every reference holds, a file for each part. */
export const anyOrganization = shape.map(
  ({ divisions, departments, pods, councils }) => {
    const squadCodes = divisions.flatMap(({ squads }, d) =>
      squads.map((_, s) => `${d}-${s}`),
    );
    const leads = divisions.map((_, d) => `lead-${d}`);
    const parents = [
      ...divisions.map((_, d) => `D${d}`),
      ...departments.map((_, d) => `department-x${d}`),
    ];
    const at = <T>(list: T[], position: number): T | undefined =>
      list[position % Math.max(1, list.length)];
    const written = (
      { title, stack: used, depends, lead }: Charter,
      code?: string,
    ) => {
      const on = at(squadCodes, depends);
      return {
        title,
        stack: used,
        ...(on !== undefined &&
          on !== code && { dependencies: [{ on, for: title }] }),
        ...(leads.length > 0 && { lead: at(leads, lead) }),
      };
    };
    const files: Record<string, unknown> = {
      'company.yaml': { company: { title: 'Acme' } },
      'departments.yaml': {
        departments: departments.map((each, d) => ({
          slug: `x${d}`,
          ...written(each),
        })),
        pods: pods.map(([each, parent], p) => ({
          slug: `x${p}`,
          ...written(each),
          parent: at(parents, parent),
        })),
      },
      'councils.yaml': {
        councils: councils.map((each, c) => ({
          slug: `x${c}`,
          ...written(each),
        })),
      },
    };
    divisions.forEach(({ own, squads }, d) => {
      files[`division-${d}.yaml`] = {
        divisions: [
          {
            code: `D${d}`,
            ...written(own),
            lead: {
              name: `lead-${d}`,
              title: 'Lead',
              alsoIn: [at(parents, own.lead)],
            },
            squads: squads.map((squad, s) => ({
              code: `${d}-${s}`,
              ...written(squad.own, `${d}-${s}`),
              people: [{ name: `engineer-${d}-${s}`, title: 'Engineer' }],
              units: squad.units.map((unit, u) => ({
                code: `U${u}`,
                ...written(unit),
              })),
            })),
          },
        ],
      };
    });
    return Object.entries(files).map(
      ([file, value]): DefinitionFile<OrgFile> => ({
        file,
        value: orgFileSchema.parse(value),
        at: () => ({ line: 1, column: 1 }),
      }),
    );
  },
);
