export interface SlugOptions {
  /** The most characters that a slug has; 63, as for a name in DNS, when left out. */
  most?: number;
}

/**
 * A text as it may stand in an address: lower-case letters and digits with single hyphens between.
 *
 * @returns nothing for a text without a letter or digit
 */
export function slugOf(
  text: string,
  { most = 63 }: SlugOptions = {},
): string | undefined {
  const slug = text
    .normalize('NFKD')
    // Accents, which stand behind their letter now.
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, most)
    .replace(/-$/, '');
  return slug === '' ? undefined : slug;
}
