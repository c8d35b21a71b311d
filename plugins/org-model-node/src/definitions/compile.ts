import { Entity } from '@backstage/catalog-model';
import {
  DefinitionFile,
  DefinitionProblem,
  hasErrors,
  sortProblems,
  locateIn,
  Place,
  placeText,
  ProblemList,
} from '@squadron/backend-kit';
import { checkCharter, resolveDependencies } from './charterChecks';
import { collectGroups, DeclaredGroup } from './declarations';
import { entitiesOfGroup, personEntity, technologyEntity } from './entities';
import { checkNames, GroupIndex } from './groupIndex';
import { ancestorsOf, resolveParents } from './parents';
import { collectPeople, resolveLeads } from './people';
import { OrgFile } from './schema';
import { TechnologyRegister } from './technologies';

/** An entity with the place of the definition that it was made of. */
export interface CompiledEntity {
  entity: Entity;
  place: Place;
}

/** The catalog's entities, or what is wrong; entities only when nothing is. */
export interface CompiledOrg {
  entities: CompiledEntity[];
  problems: DefinitionProblem[];
}

/**
 * Makes the catalog's entities of an organization's files. It is pure, and the order in which
 * the files are given makes no difference.
 */
export function compile(
  files: readonly DefinitionFile<OrgFile>[],
): CompiledOrg {
  const problems = new ProblemList();
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : 1));
  const groups = collectGroups(sorted);
  const index = new GroupIndex(groups);
  const company = findCompany(groups, sorted, problems);
  checkNames(groups, problems);
  checkModules(groups, problems);

  const parents = resolveParents(groups, index, problems);
  const people = collectPeople(groups, index, problems);
  const leads = resolveLeads(groups, people, problems);
  const technologies = new TechnologyRegister();
  sorted.forEach(file => technologies.addListed(file, index, problems));
  groups.forEach(group => technologies.addStack(group, problems));

  const compiled = groups.flatMap(group => {
    checkCharter(group, problems);
    const entities = entitiesOfGroup(group, {
      ancestors: ancestorsOf(group, parents),
      lead: leads.get(group.name),
      dependencies: resolveDependencies(group, index, problems),
      technologyOf: text => technologies.nameOf(text),
    });
    return entities.map(entity => ({ entity, place: group.place }));
  });
  for (const each of people.values()) {
    const entity = personEntity(each, company?.emailDomain);
    compiled.push({ entity, place: each.at([]) });
  }
  for (const each of technologies.all()) {
    const entity = technologyEntity(each, company?.name ?? 'company');
    compiled.push({ entity, place: each.place });
  }
  return {
    entities: hasErrors(problems.problems) ? [] : compiled,
    problems: sortProblems(problems.problems),
  };
}

function findCompany(
  groups: DeclaredGroup[],
  files: DefinitionFile<OrgFile>[],
  problems: ProblemList,
): DeclaredGroup | undefined {
  const company = groups.find(({ type }) => type === 'organization');
  if (!company) {
    problems.error(
      files.at(0) && locateIn(files[0], [])([]),
      'no file declares the company, which is the top of the tree',
      'add "company:" with a title to one of the files',
    );
  }
  return company;
}

/** A product module and a group's System must not share a name, nor two modules. */
function checkModules(groups: DeclaredGroup[], problems: ProblemList): void {
  const places = new Map<string, Place>();
  for (const group of groups) {
    group.modules.forEach(({ slug }, position) => {
      const place = group.at(['modules', position, 'slug']);
      const first = places.get(slug);
      if (first) {
        problems.error(
          place,
          `the module "${slug}" is there twice; the first is at ${placeText(first)}`,
          'give one of the two another slug',
        );
      }
      places.set(slug, first ?? place);
    });
  }
}
