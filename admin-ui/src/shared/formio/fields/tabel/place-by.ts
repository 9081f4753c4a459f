const WIDE = 384;
const EDGE = 8;
/** Less is too low to choose in. */
const LOW = 180;

type Field = Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width'>;
/** In pixels, as a style has it. */
export type Placed = Readonly<Partial<Record<'left' | 'width' | 'top' | 'bottom' | 'maxHeight', number>>>;

/** Where a list stands that belongs to a field: as wide as it has to be, and on the screen. Null while the field is not in sight. */
export function placeBy({ left, top, bottom, width }: Field, screen: { readonly width: number; readonly height: number }): Placed | null {
  if (bottom < 0 || top > screen.height) return null;
  const wide = Math.min(Math.max(width, WIDE), screen.width - 2 * EDGE);
  const [below, above] = [screen.height - bottom - EDGE, top - EDGE];
  const across = { left: Math.max(EDGE, Math.min(left, screen.width - EDGE - wide)), width: wide };
  return below >= LOW || below >= above ? { ...across, top: bottom, maxHeight: below } : { ...across, bottom: screen.height - top, maxHeight: above };
}
