import type { Variable } from './dataset.types.js';

type Said = NonNullable<Variable['additivity']>;

/** As the forms have it. */
export const ADDITIVITY = { jumlah: 'sum', arus: 'flow', 'rata-rata': 'average', tidak: 'none' } as const satisfies Record<string, Said>;
export type AdditivityWord = keyof typeof ADDITIVITY;
export const ADDITIVITY_WORDS = Object.keys(ADDITIVITY) as [AdditivityWord, ...AdditivityWord[]];

/** Blank where nobody said. */
export const additivityWord = (said: Variable['additivity']): AdditivityWord | '' => ADDITIVITY_WORDS.find((word) => ADDITIVITY[word] === said) ?? '';
