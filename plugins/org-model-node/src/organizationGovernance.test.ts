import documents from './fixtures/documents.json';
import {
  namesAndFigures,
  namesOf,
  Organization,
  slug,
  specOf,
  titlesOf,
  wordsLost,
} from './__testUtils__/organization';

let org: Organization;

beforeAll(async () => {
  org = await Organization.load();
});

describe('departments, pods and the company', () => {
  it.each(documents.departments)(
    '$Department has its functions and lead role',
    row => {
      const name = `department-${slug(row.Department)}`;
      expect(org.group(name).metadata.title).toBe(row.Department);
      const lead = String(org.charter(name).lead).replace('user:default/', '');
      const role = `${org.find('User', lead).metadata.title} ${specOf(org.find('User', lead)).role} ${lead}`;
      expect(wordsLost(row['Lead Role'], role)).toEqual([]);
      const functions = org.charter(name).responsibilities.join(' ');
      expect(wordsLost(row['Key Functions'], functions)).toEqual([]);
    },
  );

  it('have the product modules as Systems', () => {
    expect(titlesOf(org.ofType('System', 'product-module'))).toEqual([
      'Probes',
      'Framework Engine',
      'Dashboards',
    ]);
  });

  it.each(documents.pods)(
    'pod $title has its charter, core roles and cadence',
    pod => {
      const name = `pod-${slug(pod.title)}`;
      expect(org.group(name).metadata.title).toBe(pod.title);
      expect(wordsLost(pod.charter, org.charter(name).mission!)).toEqual([]);
      const roles = org.membersOf(name).map(user => specOf(user).role);
      expect(roles.sort()).toEqual([...pod.coreRoles].sort());
      const cadences = [name, ...namesOf(org.childrenOf(name))].flatMap(
        each => org.charter(each).cadences,
      );
      for (const text of pod.cadence) {
        const found = cadences.filter(
          ({ title, source }) =>
            wordsLost(text, `${title} ${source}`).length === 0,
        );
        expect(found).not.toEqual([]);
      }
    },
  );

  it('have the nine key results of the three objectives on pods', () => {
    const found = documents.pods.flatMap(
      ({ title }) => org.charter(`pod-${slug(title)}`).objectives,
    );
    expect(found).toEqual(
      documents.objectives.map(({ code, text, keyResults }) => ({
        id: code.toLowerCase(),
        text: `${code}: ${text}`,
        // The head of the table: "Key Results (targets by end of Phase 2)".
        due: 'End of Phase 2',
        keyResults: keyResults.map(result => ({
          id: `${code}-${result.code}`.toLowerCase(),
          text: result.text,
        })),
      })),
    );
  });

  it('have the long-term KPIs with their targets on the company', () => {
    const texts = org.charter('company').kpis.map(({ text }) => text);
    for (const row of documents.longTermKpis) {
      const kpi = texts.find(text => text.startsWith(row.Metric));
      expect(wordsLost(row['Target (2030)'], kpi ?? '')).toEqual([]);
    }
  });

  it.each([...documents.operations, ...documents.programme])(
    'keep the figures and names of: $text',
    ({ text }) => {
      const all = org.entities.map(entity => JSON.stringify(entity)).join(' ');
      expect(wordsLost(namesAndFigures(text), all)).toEqual([]);
    },
  );

  it('have the success metrics of strategy and security with their figures', () => {
    const texts = [
      'council-strategic-operations',
      'department-security-compliance',
    ]
      .flatMap(name => org.charter(name).kpis)
      .map(({ text }) => text);
    const metrics = documents.strategy.filter(({ section }) =>
      /Success Metrics/.test(section),
    );
    for (const { label, text } of metrics) {
      const subject = label!.slice(0, 7);
      const [figure] = /\d[\d.]*/.exec(text)!;
      const kpis = texts.filter(
        kpi => kpi.includes(figure) && wordsLost(subject, kpi).length === 0,
      );
      expect({ label, kpis }).not.toEqual({ label, kpis: [] });
    }
  });

  it('announce the planned hubs and team, where nobody is yet', () => {
    const planned = org.entities.filter(
      ({ kind, spec }) => kind === 'Group' && spec?.lifecycle === 'planned',
    );
    expect(namesOf(planned)).toEqual([
      'team-partner-success',
      'hub-eu',
      'hub-north-america',
      'hub-apac',
    ]);
    for (const { metadata } of planned) {
      expect(org.membersOf(metadata.name)).toEqual([]);
    }
  });
});

describe('the security organization', () => {
  const { teams, operations, engineering, leadership } = documents.security;
  const nameOfTeam = (title: string) =>
    `team-${slug(title.replace(/ Team$/, ''))}`;

  it('has ten people in the seats of the tree', () => {
    for (const { title, count, seats } of teams) {
      const roles = org
        .homesOf(nameOfTeam(title))
        .map(user => specOf(user).role);
      expect(roles).toHaveLength(count);
      for (const seat of seats) {
        const role = seat.title.replace(/Engineers$/, 'Engineer');
        expect(roles.filter(each => each === role)).toHaveLength(seat.count);
      }
    }
    expect(teams.reduce((sum, { count }) => sum + count, 0)).toBe(10);
  });

  it.each([...operations, ...engineering])(
    'has a $title with the tasks of the diagram',
    ({ title, tasks }) => {
      const person = org.entities.find(
        ({ kind, metadata }) => kind === 'User' && metadata.title === title,
      );
      const responsibilities = specOf(person!).responsibilities as string[];
      for (const task of tasks) {
        expect(
          responsibilities.some(text => wordsLost(task, text).length === 0),
        ).toBe(true);
      }
    },
  );

  it('has the managers of the diagram with their tasks', () => {
    const found = org.said('team-security-leadership');
    for (const { tasks } of leadership) {
      expect(wordsLost(tasks.join(' '), found)).toEqual([]);
    }
  });
});

describe('councils', () => {
  const council = (title: string) =>
    org
      .ofType('Group', 'council')
      .find(({ metadata }) => wordsLost(title, metadata.title!).length === 0);

  it.each([
    ...documents.operations.filter(({ label }) =>
      /Committee|Council/.test(label ?? ''),
    ),
    ...documents.programme.filter(({ label }) => /Committee/.test(label ?? '')),
    ...documents.strategy.filter(({ section }) => /Governance/.test(section)),
  ])('include $label, which meets', ({ label }) => {
    const title = label!.replace(
      /^(Strategic) Operations (Working) Groups$/,
      '$1 $2 Group',
    );
    const found = council(title);
    expect(
      found && org.charter(found.metadata.name).cadences.length,
    ).toBeGreaterThan(0);
  });

  it('name who takes part, who chairs and how often they meet', () => {
    const found = org.ofType('Group', 'council').map(({ metadata }) => ({
      name: metadata.name,
      ...org.charter(metadata.name),
    }));
    expect(found).toHaveLength(15);
    expect(
      found.filter(
        ({ participants, cadences, lead }) =>
          !participants.length || !cadences.length || !lead,
      ),
    ).toEqual([]);
  });
});
