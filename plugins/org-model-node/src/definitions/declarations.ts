import {
  DefinitionFile,
  DefinitionPath,
  Locate,
  locateIn,
  Place,
} from '@squadron/backend-kit';
import { Lifecycle } from '@squadron/plugin-org-model-common';
import { toName } from './names';
import { OrgCharter, OrgFile } from './schema';

/** The kinds of groups that a file may declare, which are also their `spec.type`. */
export type GroupType =
  | 'organization'
  | 'executive-team'
  | 'group'
  | 'division'
  | 'squad'
  | 'unit'
  | 'department'
  | 'pod'
  | 'team'
  | 'hub'
  | 'council';

type ProductModule = OrgFile['departments'][number]['modules'][number];

/** A group as some file declares it, named, but not yet joined to others. */
export interface DeclaredGroup {
  name: string;
  type: GroupType;
  /** What the author wrote and the name is made of: a code or a slug. */
  key: string;
  code?: string;
  title: string;
  charter: OrgCharter;
  lifecycle: Lifecycle;
  onCall?: boolean;
  participants?: string[];
  /** The group that this one is written inside of. */
  within?: DeclaredGroup;
  /** The parent as the author names it. */
  parent?: string;
  modules: ProductModule[];
  /** What a unit's service is called. */
  service?: string;
  timeZone?: string;
  emailDomain?: string;
  place: Place;
  at: Locate;
}

type Extras = Partial<
  Pick<
    DeclaredGroup,
    | 'code'
    | 'within'
    | 'parent'
    | 'onCall'
    | 'participants'
    | 'modules'
    | 'service'
    | 'timeZone'
    | 'emailDomain'
  >
>;

/** All groups of all files in the order in which a reader meets them. */
export function collectGroups(
  files: readonly DefinitionFile<OrgFile>[],
): DeclaredGroup[] {
  return files.flatMap(file => groupsOfFile(file));
}

function groupsOfFile(file: DefinitionFile<OrgFile>): DeclaredGroup[] {
  const { company, executiveTeam } = file.value;
  const declare = declarer(file);
  return [
    company &&
      declare(['company'], 'organization', 'company', company, {
        timeZone: company.timeZone,
        emailDomain: company.emailDomain,
      }),
    executiveTeam &&
      declare(
        ['executiveTeam'],
        'executive-team',
        'executive-team',
        executiveTeam,
      ),
    ...namedGroups(file, 'groups', 'group'),
    ...divisionGroups(file),
    ...namedGroups(file, 'departments', 'department'),
    ...namedGroups(file, 'pods', 'pod'),
    ...namedGroups(file, 'teams', 'team'),
    ...namedGroups(file, 'hubs', 'hub'),
    ...namedGroups(file, 'councils', 'council'),
  ].filter(group => group !== undefined);
}

function namedGroups(
  file: DefinitionFile<OrgFile>,
  field: 'groups' | 'departments' | 'pods' | 'teams' | 'hubs' | 'councils',
  type: GroupType,
): DeclaredGroup[] {
  const declare = declarer(file);
  return file.value[field].map((group, index) =>
    declare([field, index], type, group.slug, group, {
      parent: group.parent,
      participants: 'participants' in group ? group.participants : undefined,
      modules: 'modules' in group ? group.modules : undefined,
    }),
  );
}

function divisionGroups(file: DefinitionFile<OrgFile>): DeclaredGroup[] {
  const declare = declarer(file);
  return file.value.divisions.flatMap((division, d) => {
    const path = ['divisions', d];
    const above = declare(path, 'division', division.code, division, {
      code: division.code,
      parent: division.parent,
    });
    const squads = division.squads.flatMap((squad, s) => {
      const squadPath = [...path, 'squads', s];
      const within = declare(squadPath, 'squad', squad.code, squad, {
        code: squad.code,
        onCall: squad.onCall,
        within: above,
      });
      const units = squad.units.map((unit, u) =>
        declare([...squadPath, 'units', u], 'unit', unit.code, unit, {
          code: unit.code,
          service: unit.service,
          within,
        }),
      );
      return [within, ...units];
    });
    return [above, ...squads];
  });
}

function declarer(file: DefinitionFile<OrgFile>) {
  return (
    path: DefinitionPath,
    type: GroupType,
    key: string,
    charter: OrgCharter & { title: string },
    extras: Extras = {},
  ): DeclaredGroup => {
    const at = locateIn(file, path);
    const { within, code } = extras;
    return {
      ...extras,
      modules: extras.modules ?? [],
      type,
      key,
      name: nameOf(type, key, within),
      title: code ? `${code} ${charter.title}` : charter.title,
      charter,
      lifecycle: charter.lifecycle ?? within?.lifecycle ?? 'active',
      place: at([]),
      at,
    };
  };
}

/** Types whose slug is the name, since the slug already says what they are. */
const bareTypes: GroupType[] = ['organization', 'executive-team', 'group'];

function nameOf(type: GroupType, key: string, within?: DeclaredGroup): string {
  if (bareTypes.includes(type)) return toName(key);
  if (type === 'unit' && within) {
    return `unit-${toName(within.key)}-${toName(key)}`;
  }
  return `${type}-${toName(key)}`;
}
