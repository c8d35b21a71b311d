/** What a reader sees of escaped Markdown; markup that was not escaped stays. */
export function shownText(markdown: string): string {
  return markdown.replace(
    /\\([\\`*_[\]{}#+>!.)-])|&#(\d+);|&(lt|amp);/g,
    (_, escaped?: string, code?: string, name?: string) => {
      if (code) return String.fromCodePoint(Number(code));
      return escaped ?? (name === 'lt' ? '<' : '&');
    },
  );
}
