import { stringifyEntityRef } from '@backstage/catalog-model';

const pattern = /\/create\/templates\/([^/]+)\/([^/?#]+)/;

/** The template whose form has this address; nothing elsewhere, such as in the editor of templates. */
export function templateOfAddress(path: string): string | undefined {
  const [, namespace, name] = pattern.exec(path) ?? [];
  return name && stringifyEntityRef({ kind: 'template', namespace, name });
}
