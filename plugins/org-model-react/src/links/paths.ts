import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const groupDefaults = { defaultKind: 'group', defaultNamespace: 'default' };

/** The address of a group's page, or of the page of any entity that the ref names. */
export function groupPath(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref, groupDefaults);
  return `/catalog/${namespace}/${kind.toLowerCase()}/${name}`;
}

/** The full ref of a group that an address names shortly: `squad-b-1`. */
export function groupRef(name: string): string {
  return stringifyEntityRef(parseEntityRef(name, groupDefaults));
}

/** The shortest name by which an address may call a group: `group:default/squad-b-1` is `squad-b-1`. */
export function groupName(ref: string): string {
  return ref.replace(/^group:/, '').replace(/^default\//, '');
}
