/** Signs that statistics write where a number would stand. Screens take them from here, so that nothing is imported. */
export const EMPTY_SIGNS = ['…', '...', 'n.a.', 'NA', '-', '–'] as const;
export type EmptySign = (typeof EMPTY_SIGNS)[number];
