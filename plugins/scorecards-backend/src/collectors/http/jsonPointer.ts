const unescape = (token: string) =>
  token.replaceAll('~1', '/').replaceAll('~0', '~');

/** What a JSON Pointer (RFC 6901), such as `/checks/0/uptime`, points to; nothing where there is nothing. */
export function readPointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointer.split('/').slice(1).map(unescape)) {
    const isInside =
      typeof value === 'object' &&
      value !== null &&
      Object.hasOwn(value, token);
    if (!isInside) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}
