export interface Point {
  readonly x: number;
  readonly y: number;
}

/** By element, where it is drawn. */
export type Drawn = ReadonlyMap<string, { readonly bounds: (Point & { readonly width: number; readonly height: number }) | null; readonly points: readonly Point[] | null }>;

interface Di {
  bpmnElement?: { id?: string };
  bounds?: Point & { width: number; height: number };
  waypoint?: Point[];
}

interface Definitions {
  diagrams?: { plane?: { planeElement?: Di[] } }[];
}

/** The drawing of a diagram that was decoded. */
export function drawnIn({ diagrams = [] }: Definitions): Drawn {
  const all = diagrams.flatMap(({ plane }) => plane?.planeElement ?? []);
  return new Map(all.flatMap(({ bpmnElement, bounds, waypoint }) => {
    if (!bpmnElement?.id) return [];
    const { x = 0, y = 0, width = 0, height = 0 } = bounds ?? {};
    return [[bpmnElement.id, { bounds: bounds ? { x, y, width, height } : null, points: waypoint ? waypoint.map((one) => ({ x: one.x, y: one.y })) : null }] as const];
  }));
}
