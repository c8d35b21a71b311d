import { describeCadence } from '@squadron/plugin-org-model-common';
import { CharterGroup, CharterOrg } from './CharterOrg';
import { blocks, bullets, escapeMarkdown, link, table } from './markdown';
import { peopleItems } from './peopleItems';

/** How a section is titled. */
export type SectionTitle = (title: string) => string;

/** A heading, which a reader finds in the table of contents and in search. */
export const asHeading: SectionTitle = title => `## ${title}`;

/** A label within a section, so that search leads to that section, whose heading says whose it is. */
export const asLabel: SectionTitle = title => `**${title}**`;

/** What a group is there for. What nobody wrote has no section. */
export function dutySections(
  { charter }: CharterGroup,
  titled: SectionTitle,
): string {
  return blocks(
    section(titled('What it does'), lines(charter.responsibilities)),
    section(titled('What it delivers'), lines(charter.outputs)),
    section(titled('Where it ends'), escapeMarkdown(charter.boundary ?? '')),
  );
}

/** What a group works with, is measured by, and has to do with whom. */
export function workSections(
  group: CharterGroup,
  org: CharterOrg,
  titled: SectionTitle,
): string {
  const kpis = group.charter.kpis.map(({ text }) => text);
  return blocks(
    ...[
      ['Technology stack', stackOf(group)],
      ['KPIs', lines(kpis)],
      ['Objectives', objectivesOf(group)],
      ['People', bullets(peopleItems(group, org))],
      ['Depends on', dependenciesOf(group, org)],
      ['Needed by', dependentsOf(group, org)],
      ['Cadences', cadencesOf(group, org)],
    ].map(([title, content]) => section(titled(title), content)),
  );
}

/** A title with what stands below it; nothing when nothing does. */
export function section(title: string, content: string): string {
  return content && blocks(title, content);
}

function lines(texts: readonly string[]): string {
  return bullets(texts.map(escapeMarkdown));
}

/** A group by its title, leading to where the portal shows it. */
export function groupLink(group: CharterGroup, org: CharterOrg): string {
  return link(group.title, org.addressOf(group));
}

function stackOf({ charter }: CharterGroup): string {
  return bullets(
    charter.stack.map(({ text, technology }) =>
      technology
        ? link(text, `/catalog/${technology.replace(/^(\w+):(\w+)/, '$2/$1')}`)
        : escapeMarkdown(text),
    ),
  );
}

function objectivesOf({ charter }: CharterGroup): string {
  return bullets(
    charter.objectives.map(({ text, due, keyResults }) => ({
      item: `${escapeMarkdown(text)}${due ? ` Due: ${escapeMarkdown(due)}` : ''}`,
      below: keyResults.map(result => escapeMarkdown(result.text)),
    })),
  );
}

function dependenciesOf({ charter }: CharterGroup, org: CharterOrg): string {
  return purposes(
    charter.teamDependencies.map(dependency => {
      const group = org.group(dependency.ref);
      return [
        group ? groupLink(group, org) : escapeMarkdown(dependency.ref),
        escapeMarkdown(dependency.for),
      ];
    }),
  );
}

function dependentsOf(group: CharterGroup, org: CharterOrg): string {
  return purposes(
    org
      .dependentsOf(group)
      .map(dependent => [
        groupLink(dependent.group, org),
        escapeMarkdown(dependent.for),
      ]),
  );
}

function purposes(rows: string[][]): string {
  return rows.length > 0 ? table(['Who', 'For what'], rows) : '';
}

function cadencesOf({ charter }: CharterGroup, org: CharterOrg): string {
  if (charter.cadences.length === 0) return '';
  return table(
    ['What', 'Kind', 'When', 'With', 'Remarks'],
    charter.cadences.map(cadence => [
      escapeMarkdown(cadence.title),
      cadence.kind,
      [
        describeCadence(cadence),
        cadence.timeZone ? `(${cadence.timeZone})` : '',
        `from ${cadence.starts}`,
      ]
        .filter(Boolean)
        .map(escapeMarkdown)
        .join(' '),
      cadence.with
        .map(words => {
          const other = org.named(words);
          return other ? groupLink(other, org) : escapeMarkdown(words);
        })
        .join(', '),
      [cadence.note, cadence.source && `Source: ${cadence.source}`]
        .map(text => escapeMarkdown(text ?? ''))
        .filter(Boolean)
        .join(' '),
    ]),
  );
}
