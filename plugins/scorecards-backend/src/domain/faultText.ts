/** A page shows it in a row of a table, and each cell of a KPI keeps it. */
const mostCharacters = 500;

/** Up to the last sign that may end them: passwords are written with any others. */
const credentials = /\/\/[^\s"'`<>]*@/g;

/** What is kept of why something failed: without credentials of addresses, and not longer than people read. */
export function faultText(text: string): string {
  const masked = text.replace(credentials, '//***@');
  return masked.length > mostCharacters
    ? `${masked.slice(0, mostCharacters - 1)}…`
    : masked;
}
