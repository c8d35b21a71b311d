import fc from 'fast-check';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { addMetadata } from './addMetadata';

const none = { labels: {}, annotations: {} };
const file = `# Of the shop
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
    name: shop # never changes
    annotations:
        # where docs are
        backstage.io/techdocs-ref:   'dir:docs'
spec: { type: service }
`;

describe('addMetadata', () => {
  it('adds what is missing and leaves what is there, also how it is written', () => {
    expect(
      addMetadata(file, 'shop', {
        labels: { owner: 'squad-b-1' },
        annotations: { 'backstage.io/techdocs-ref': 'dir:.', a: 'true' },
      }),
    ).toBe(`# Of the shop
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
    labels:
      owner: squad-b-1
    name: shop # never changes
    annotations:
        # where docs are
        a: "true"
        backstage.io/techdocs-ref:   'dir:docs'
spec: { type: service }
`);
  });

  it('adds to maps in one line as well', () => {
    const text =
      'kind: Component\nmetadata: { name: shop, labels: { a: b } }\n';
    const after = addMetadata(text, 'shop', {
      labels: { c: 'd' },
      annotations: { e: 'f' },
    });
    expect(parse(after).metadata).toEqual({
      name: 'shop',
      labels: { a: 'b', c: 'd' },
      annotations: { e: 'f' },
    });
  });

  it('changes only the component of the name', () => {
    const text = `${file}---\n${file.replace('name: shop', 'name: other')}`;
    const after = addMetadata(text, 'other', { ...none, labels: { a: 'b' } });
    expect(after.startsWith(`${file}---\n`)).toBe(true);
    expect(parseAllDocuments(after)[1].toJS().metadata.labels).toEqual({
      a: 'b',
    });
  });

  it.each([
    ['a file of something else', 'kind: API\nmetadata: { name: shop }\n'],
    ['no YAML', 'kind: [\n'],
    ['an empty map', 'kind: Component\nmetadata: { name: shop, labels: }\n'],
  ])('refuses %s, and says what to do', (_, text) => {
    expect(() => addMetadata(text, 'shop', none)).toThrow(
      /define it there first|take it out/,
    );
  });

  it('adds exactly what is missing, whatever the texts are, and does it once', () => {
    const texts = fc.dictionary(
      fc
        .string({ minLength: 1, maxLength: 12 })
        .filter(key => key !== '__proto__'),
      fc.string({ maxLength: 20 }),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(texts, texts, texts, (had, labels, annotations) => {
        const metadata = {
          name: 'shop',
          ...(Object.keys(had).length > 0 && { annotations: had }),
        };
        const text = stringify({ kind: 'Component', metadata });
        const after = addMetadata(text, 'shop', { labels, annotations });
        const { metadata: result } = parse(after);
        expect(result.annotations ?? {}).toEqual({ ...annotations, ...had });
        expect(result.labels ?? {}).toEqual(labels);
        expect(addMetadata(after, 'shop', { labels, annotations })).toBe(after);
      }),
    );
  });
});
