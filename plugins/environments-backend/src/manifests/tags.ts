import { InputError } from '@backstage/errors';

const key =
  /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const value = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
/** What Kubernetes and this plugin say of a namespace; a tag must not change it. */
const reserved = /(?:^|\.)(?:kubernetes\.io|k8s\.io|environments\.squadron)\//;

/**
 * The tags of costs as labels.
 *
 * @throws `InputError` when one cannot be a label
 */
export function checkTags(
  tags: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  for (const [name, text] of Object.entries(tags)) {
    if (!key.test(name) || reserved.test(name)) {
      throw new InputError(
        `"${name}" cannot be the key of a tag: use up to 63 letters, digits, "-", "_" and ".", and none of Kubernetes' or the portal's own`,
      );
    }
    if (!value.test(text)) {
      throw new InputError(
        `"${text}" cannot be the value of the tag ${name}: use up to 63 letters, digits, "-", "_" and "."`,
      );
    }
  }
  return tags;
}
