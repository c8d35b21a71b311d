import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * The Group that a text stands for: `squad-b-1`, `group:default/squad-b-1`, or the System or
 * Domain of the same name. `undefined` when it is no reference, or a reference of another kind.
 *
 * @param namespace - of the entity that writes the text, where a reference without one points to
 */
export function toGroupRef(
  text: string,
  namespace = DEFAULT_NAMESPACE,
): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: namespace,
    });
    if (!/^(group|system|domain)$/i.test(ref.kind)) return undefined;
    return stringifyEntityRef({ ...ref, kind: 'group' });
  } catch {
    return undefined;
  }
}

/**
 * The User that a text stands for: `lead-b-1`, `user:default/lead-b-1`.
 *
 * @param namespace - of the entity that writes the text, where a reference without one points to
 */
export function toUserRef(
  text: string,
  namespace = DEFAULT_NAMESPACE,
): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: namespace,
    });
    if (ref.kind.toLocaleLowerCase('en-US') !== 'user') return undefined;
    return stringifyEntityRef(ref);
  } catch {
    return undefined;
  }
}
