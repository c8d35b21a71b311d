/** A rectangle. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether two rectangles meet. */
export function inArea(part: Rectangle, area: Rectangle): boolean {
  return (
    part.x < area.x + area.width &&
    part.x + part.width > area.x &&
    part.y < area.y + area.height &&
    part.y + part.height > area.y
  );
}
