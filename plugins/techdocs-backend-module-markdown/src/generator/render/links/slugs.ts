/**
 * The id of a heading as Python-Markdown makes it, so that links to it work in either generator. A heading
 * without a Latin letter keeps its own letters, where Python-Markdown has none left.
 */
export function slugOf(heading: string): string {
  const latin = slug(
    heading.normalize('NFKD').replace(/\P{ASCII}/gu, ''),
    /[^\w\s-]/g,
  );
  return latin || slug(heading.normalize('NFC'), /[^\p{L}\p{N}_\s-]/gu);
}

function slug(heading: string, unwanted: RegExp): string {
  return heading
    .replace(unwanted, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** Numbers what is there already: `name`, `name_1`, `name_2`. */
export function uniqueId(wanted: string, taken: ReadonlySet<string>): string {
  if (wanted && !taken.has(wanted)) return wanted;
  let number = 1;
  while (taken.has(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}
