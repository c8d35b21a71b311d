import { CharterGroup, CharterOrg, CharterPerson } from './CharterOrg';
import { escapeMarkdown, link } from './markdown';

/** A person by their title, leading to their page. */
export function personLink({ title, name }: CharterPerson): string {
  return link(title, `/catalog/default/user/${name}`);
}

/** The lead, then everybody else, each with what the charter says of them. */
export function peopleItems(
  group: CharterGroup,
  org: CharterOrg,
): { item: string; below: string[] }[] {
  const lead = org.person(group.charter.lead);
  const others = org.peopleOf(group).filter(({ ref }) => ref !== lead?.ref);
  return [...(lead ? [lead] : []), ...others].map(person => ({
    item: [
      person === lead ? '**Lead:** ' : '',
      personLink(person),
      ...remarks(person, group, org).map(remark => `, ${remark}`),
    ].join(''),
    // What people do elsewhere, the page of their home says.
    below: person.home === group.ref ? dutiesOf(person) : [],
  }));
}

function dutiesOf({ responsibilities, kpis, source }: CharterPerson) {
  return [
    ...responsibilities.map(escapeMarkdown),
    ...kpis.map(({ text }) => `KPI: ${escapeMarkdown(text)}`),
    ...(source ? [`Source: ${escapeMarkdown(source)}`] : []),
  ];
}

function remarks(
  { role, joinedAt, home }: CharterPerson,
  { ref }: CharterGroup,
  org: CharterOrg,
): string[] {
  const homeGroup = home === ref ? undefined : org.group(home);
  return [
    role ? escapeMarkdown(role) : '',
    homeGroup ? `from ${link(homeGroup.title, org.addressOf(homeGroup))}` : '',
    joinedAt ? `since ${joinedAt}` : '',
  ].filter(Boolean);
}
