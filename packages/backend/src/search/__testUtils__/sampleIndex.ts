import { SearchEngine } from '@backstage/plugin-search-backend-node';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { toSearchDocument } from '../toSearchDocument';

type Entity = Parameters<typeof toSearchDocument>[0];

interface Sample {
  description?: string;
  spec?: Entity['spec'];
  units?: string[];
}

export function entity(
  kind: string,
  name: string,
  title: string,
  { description, spec, units = [] }: Sample = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title, description },
    spec,
    relations: units.map(unit => ({
      type: 'parentOf',
      targetRef: `group:default/${unit}`,
    })),
  };
}

const entities = [
  entity('User', 'lead-b-1', 'Lead, B-1 Compute Platform'),
  entity('System', 'squad-b-1', 'B-1 Compute Platform', {
    description: 'Runs services',
    spec: { type: 'squad', owner: 'group:default/squad-b-1' },
  }),
  entity('Group', 'squad-b-1', 'B-1 Compute Platform', {
    description: 'Runs services',
    spec: {
      type: 'squad',
      responsibilities: ['Kernel patching'],
      stack: [{ text: 'CRI-O' }, { text: 'Kubernetes v1.30' }, { text: 'Go' }],
    },
    units: ['unit-b-1-u-c1', 'unit-b-1-u-c2'],
  }),
  entity('Group', 'squad-b-10', 'B-10 Edge', { description: 'Needs B-2' }),
  entity('Group', 'squad-b-2', 'B-2 Storage', {
    description: 'Needs compute, and 1 disk for each',
  }),
  entity('Group', 'squad-a-1', 'A-1 Physical Hosts'),
  entity('Group', 'squad-c-1', 'C-1 Developer Portal'),
  entity('Group', 'division-1b', '1B Core Infrastructure'),
  entity('Group', 'unit-b-1-u-c1', 'U-C1 Cluster-API'),
  entity('Group', 'unit-b-1-u-c2', 'U-C2 NodePool'),
  entity('Component', 'unit-f-6-u-re1', 'U-RE1 Admission Webhook'),
  entity('Group', 'council-ethics', 'Ethics Council', {
    description: 'Good governance of what goes out',
  }),
  entity('Resource', 'tech-cri-o', 'CRI-O'),
];

function catalogDocument(each: Entity): IndexableDocument {
  const place = `default/${each.kind.toLowerCase()}/${each.metadata.name}`;
  return {
    ...toSearchDocument(each),
    location: `/catalog/${place}`,
    authorization: {
      resourceRef: `${each.kind.toLowerCase()}:default/${each.metadata.name}`,
    },
  };
}

/** A section, as the collator of TechDocs takes it from the index of a site. */
function section(name: string, path: string, title: string, text: string) {
  return {
    title,
    text,
    path,
    name,
    kind: 'group',
    namespace: 'default',
    location: `/docs/default/group/${name}/${path}`,
    authorization: { resourceRef: `group:default/${name}` },
  };
}

const sections = [
  section('squad-b-1', '', 'B-1 Compute Platform', 'What it does'),
  section('squad-b-1', '#u-c1', 'U-C1 Cluster-API', 'The first unit'),
  section(
    'squadron',
    'operate/incidents/#escalation',
    'Who is called',
    'The engineer on call has five minutes. After that, the lead of the squad is paged; the commander joins for\nSev-1.',
  ),
  section('squadron', 'operate/hiring/', 'Hiring', 'Five seats in phase one'),
  section(
    'squadron',
    'decisions/hiring/',
    'Why hiring has phases',
    'Hiring has phases, hiring never ends, hiring',
  ),
];

async function index(
  engine: SearchEngine,
  type: string,
  documents: IndexableDocument[],
): Promise<void> {
  const indexer = await engine.getIndexer(type);
  await new Promise<void>((resolve, reject) => {
    indexer.on('close', resolve);
    indexer.on('error', reject);
    documents.forEach(each => indexer.write(each));
    indexer.end();
  });
}

/** Fills an engine with some of an organization and its documents. */
export async function fill(engine: SearchEngine): Promise<void> {
  await index(engine, 'software-catalog', entities.map(catalogDocument));
  await index(engine, 'techdocs', sections);
}
