import { toName } from '../definitions/names';

/** The anchor of a unit's section on the page of its squad; it stays when the unit's title changes. */
export function unitAnchor(code: string | undefined): string {
  return toName(code ?? '');
}
