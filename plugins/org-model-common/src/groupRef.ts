import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';

/**
 * The Group that a text stands for: `squad-b-1`, `group:default/squad-b-1`, or the System or
 * Domain of the same name. `undefined` when it is no reference, or a reference of another kind.
 */
export function toGroupRef(text: string): string | undefined {
  try {
    const { kind, namespace, name } = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    if (!/^(group|system|domain)$/i.test(kind)) return undefined;
    return stringifyEntityRef({ kind: 'group', namespace, name });
  } catch {
    return undefined;
  }
}

/** The User that a text stands for: `lead-b-1`, `user:default/lead-b-1`. */
export function toUserRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    if (ref.kind.toLocaleLowerCase('en-US') !== 'user') return undefined;
    return stringifyEntityRef(ref);
  } catch {
    return undefined;
  }
}
