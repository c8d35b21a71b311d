import { describeMe } from '../domain/me';
import { listPeople } from '../domain/people';
import type { DefinitionsStatusReader } from '../services/DefinitionsStatusReader';
import type { TreeIndex } from '../services/TreeIndex';
import { findGroup, personOf } from './lookup';
import type { OrgModelHandlers } from './types';

/** Routes about people. */
export function peopleRoutes(options: {
  index: TreeIndex;
  definitions: DefinitionsStatusReader;
  now: () => Date;
}): Pick<OrgModelHandlers, 'people' | 'me'> {
  return {
    async people({ query }) {
      const index = await options.index.get();
      return listPeople(index, {
        ...query,
        group: findGroup(index, query.group),
        direct: query.direct === 'true',
      });
    },
    async me({ credentials }) {
      const index = await options.index.get();
      const definitions = await options.definitions.get();
      return describeMe(
        index,
        personOf(credentials),
        options.now(),
        definitions,
      );
    },
  };
}
