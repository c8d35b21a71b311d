import type { Element, Root } from 'hast';
import { sanitize as clean, defaultSchema, Schema } from 'hast-util-sanitize';
import { classesOf, eachElement, mapChildren } from './hast';

/** What a page may hold besides what the sanitizer knows; nothing of it runs or loads a script. */
const schema: Schema = {
  ...defaultSchema,
  // Ids are anchors here, and the reader shows a page in a shadow root, where they hide nothing.
  clobber: [],
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['abbr', 'article', 'aside', 'audio', 'center', 'figcaption', 'figure'],
    ...['header', 'iframe', 'main', 'mark', 'nav', 'small', 'u', 'video'],
  ],
  ancestors: { ...defaultSchema.ancestors },
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []),
      ...['className', 'id', 'style', 'data*', 'ariaLabel', 'ariaHidden'],
    ],
    // The defaults allow only some classes on these, which would outweigh the line above.
    ...Object.fromEntries(
      ['a', 'code', 'h2', 'li', 'ol', 'section', 'ul'].map(tag => [
        tag,
        (defaultSchema.attributes?.[tag] ?? []).filter(
          each => !(Array.isArray(each) && each[0] === 'className'),
        ),
      ]),
    ),
    a: [
      'href',
      'target',
      'rel',
      'download',
      'dataFootnoteRef',
      'ariaDescribedBy',
    ],
    audio: ['src', 'controls', 'preload'],
    details: ['open'],
    iframe: ['src', 'width', 'height', 'title', 'allowFullScreen', 'loading'],
    img: [...(defaultSchema.attributes?.img ?? []), 'loading'],
    source: [...(defaultSchema.attributes?.source ?? []), 'type'],
    video: [
      'src',
      'controls',
      'preload',
      'poster',
      'width',
      'height',
      'loop',
      'muted',
    ],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel', 'sms', 'irc', 'ircs', 'xmpp'],
    src: ['http', 'https', 'data'],
    poster: ['http', 'https'],
  },
};

/** Leaves nothing in a page that runs, whoever wrote it. */
export function sanitize(tree: Root, iframeHosts: string[]): Root {
  const result = clean(tree, schema) as Root;
  mapChildren(result, children =>
    children.filter(
      node => node.type !== 'element' || !isForeign(node, iframeHosts),
    ),
  );
  eachElement(result, node => {
    if (node.properties.style !== undefined) cleanStyle(node);
    cleanClasses(node);
  });
  return result;
}

function isForeign({ tagName, properties }: Element, hosts: string[]): boolean {
  const source = String(properties.src ?? '');
  if (tagName === 'iframe') {
    return !URL.canParse(source) || !hosts.includes(new URL(source).host);
  }
  // A picture may lie in the page itself; as an image, it runs no script.
  return (
    /^\s*data:/i.test(source) &&
    !(
      tagName === 'img' &&
      /^data:image\/(png|gif|jpeg|webp|svg\+xml)[;,]/i.test(source)
    )
  );
}

/** The frame of the page is styled by these, some of it to lie over the rest. */
function cleanClasses(node: Element): void {
  if (node.properties.className === undefined) return;
  node.properties.className = classesOf(node).filter(
    name => !name.startsWith('md-') || name.startsWith('md-button'),
  );
}

const harmless =
  /^(width|height|(min|max)-(width|height)|(margin|padding)(-(top|right|bottom|left))?|text-align|vertical-align|float|clear|color|background-color|border(-(radius|color|width|style))?|font-(size|style|weight)|white-space|opacity)$/;

/** Colours and sizes only: nothing that loads, and nothing that lays itself over the portal. */
function cleanStyle(node: Element): void {
  const kept = String(node.properties.style)
    .split(';')
    .map(each => each.split(':'))
    .filter(
      ([name, value, ...rest]) =>
        value !== undefined &&
        rest.length === 0 &&
        harmless.test(name.trim().toLowerCase()) &&
        /^[\w\s#.,%()-]+$/.test(value) &&
        // What is moved back lies over what stands there.
        !/(^|[\s(,])-/.test(value) &&
        !/url|expression|var/i.test(value),
    )
    .map(([name, value]) => `${name.trim()}: ${value.trim()}`);
  node.properties.style = kept.length > 0 ? kept.join('; ') : undefined;
}
