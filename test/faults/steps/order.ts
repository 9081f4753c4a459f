export const STEPS = 20;

/** What a mortal run is told. */
export interface Order {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Also where effects outside are reported to. */
  readonly engineUrl: string;
  readonly dieAt: { readonly step: number; readonly moment: 'before it is recorded' | 'after it is recorded' };
}
