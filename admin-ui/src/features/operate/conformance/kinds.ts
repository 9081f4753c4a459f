/** What can be asked of a step; the addresses hold these words. */
export const KINDS = ['passed', 'skipped', 'looped', 'disordered'] as const;
export type Kind = (typeof KINDS)[number];

export const kindOf = (value: string): Kind => KINDS.find((kind) => kind === value) ?? 'passed';
