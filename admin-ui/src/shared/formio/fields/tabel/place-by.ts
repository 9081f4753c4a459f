const WIDE = 384;
const EDGE = 8;
/** Less is too low to choose in. */
const LOW = 180;
/** What stands on a line and not below it. By its own height: how far the line is from the lower end of the page's frame, nobody can say while a keyboard lies over it. */
const STANDS_ON = 'translateY(-100%)';

type Field = Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width'>;
/** The part of the page's frame that is seen: a keyboard, or a page drawn larger with two fingers, leaves less of it. In the field's own coordinates. */
export interface Seen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
/** As a style has it, in pixels. */
export interface Placed extends Readonly<Record<'left' | 'width' | 'top' | 'maxHeight', number>> {
  readonly transform?: string;
}

/** Where a list stands that belongs to a field: as wide as it has to be, and where it is seen. Null while the field is not in sight. */
export function placeBy({ left, top, bottom, width }: Field, seen: Seen): Placed | null {
  const [right, end] = [seen.left + seen.width, seen.top + seen.height];
  if (bottom < seen.top || top > end) return null;
  const wide = Math.min(Math.max(width, WIDE), seen.width - 2 * EDGE);
  const [below, above] = [end - bottom - EDGE, top - seen.top - EDGE];
  const across = { left: Math.max(seen.left + EDGE, Math.min(left, right - EDGE - wide)), width: wide };
  return below >= LOW || below >= above ? { ...across, top: bottom, maxHeight: below } : { ...across, top, maxHeight: above, transform: STANDS_ON };
}
