import { CompiledEntity } from '../definitions';
import { CharterGroup, CharterOrg } from './CharterOrg';
import {
  asHeading,
  asLabel,
  dutySections,
  groupLink,
  section,
  workSections,
} from './charterSections';
import { blocks, bullets, escapeMarkdown, link } from './markdown';
import { personLink } from './peopleItems';
import { unitAnchor } from './unitAnchor';

/** What a generated page begins with, so that nobody takes one for a page of their own. */
export const GENERATED_MARK = '<!-- Generated from ';

/** The page of a group that has docs of its own. */
export interface CharterPage {
  /** Name of the group, and of its System. */
  name: string;
  title: string;
  markdown: string;
}

/**
 * Makes a page of each squad, pod and team, with all that its charter and those of its units say. It is
 * pure: the same definitions make the same pages.
 */
export function charterPages(
  entities: readonly CompiledEntity[],
): CharterPage[] {
  const org = new CharterOrg(entities);
  return org.withSite().map(group => ({
    name: group.name,
    title: group.title,
    markdown: `${pageOf(group, org)}\n`,
  }));
}

function pageOf(group: CharterGroup, org: CharterOrg): string {
  const units = org.unitsOf(group).map(unit => unitSection(unit, org));
  return blocks(
    `${GENERATED_MARK}${group.file} by "npm run org -- docs": change the charter there, not this page. -->`,
    `# ${escapeMarkdown(group.title)}`,
    purposeOf(group),
    bullets(factsOf(group, org)),
    dutySections(group, asHeading),
    section(asHeading('Units'), blocks(...units)),
    section(asHeading('Groups in it'), bullets(partItems(group, org))),
    workSections(group, org, asHeading),
    section(asHeading('Councils'), bullets(councilItems(group, org))),
    section(asHeading('How to reach it'), bullets(reachItems(group, org))),
    section(asHeading('Source'), sourceOf(group)),
  );
}

function unitSection(unit: CharterGroup, org: CharterOrg): string {
  return blocks(
    `### ${escapeMarkdown(unit.title)} { #${unitAnchor(unit.charter.code)} }`,
    purposeOf(unit),
    bullets([...factsOf(unit, org), catalogItem(unit)]),
    dutySections(unit, asLabel),
    workSections(unit, org, asLabel),
    section(asLabel('Source'), sourceOf(unit)),
  );
}

function purposeOf({ charter, description }: CharterGroup): string {
  const texts = new Set([charter.mission ?? '', description ?? '']);
  return blocks(...[...texts].map(escapeMarkdown));
}

function factsOf(group: CharterGroup, org: CharterOrg): string[] {
  const { charter, name, service, type } = group;
  const parent = type === 'unit' ? undefined : org.group(group.parent);
  const lead = org.person(charter.lead);
  return [
    parent && `Part of ${groupLink(parent, org)}`,
    lead && `Led by ${personLink(lead)}`,
    charter.lifecycle !== 'active' && `State: ${charter.lifecycle}`,
    charter.roles.length > 0 &&
      `Roles in the portal: ${charter.roles.join(', ')}`,
    service &&
      `Service: ${link(service, `/catalog/default/component/${name}`)}`,
  ].filter(fact => typeof fact === 'string');
}

function catalogItem({ name }: CharterGroup): string {
  return `In the catalog: ${link(name, `/catalog/default/group/${name}`)}`;
}

function partItems(group: CharterGroup, org: CharterOrg): string[] {
  return org.partsOf(group).map(part => withMission(part, org));
}

function councilItems(group: CharterGroup, org: CharterOrg): string[] {
  return org.councilsOf(group).map(council => withMission(council, org));
}

function withMission(group: CharterGroup, org: CharterOrg): string {
  const { mission } = group.charter;
  return `${groupLink(group, org)}${mission ? `: ${escapeMarkdown(mission)}` : ''}`;
}

function reachItems(group: CharterGroup, org: CharterOrg): string[] {
  const lead = org.person(group.charter.lead);
  const email = lead?.profile.email;
  return [
    email && `Write to its lead: ${link(email, `mailto:${email}`)}`,
    group.charter.onCall && 'It is on call',
    catalogItem(group),
  ].filter(item => typeof item === 'string');
}

function sourceOf({ charter }: CharterGroup): string {
  return escapeMarkdown(charter.source ?? '');
}
