const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Makes plain text safe within HTML, also within quotes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"]/g, sign => entities[sign]);
}
