/** Targets as people print them: `>= 99.95%` becomes `≥ 99.95%`. */
export function withSigns(text: string): string {
  return text.replace(/>=/g, '≥').replace(/<=/g, '≤');
}
