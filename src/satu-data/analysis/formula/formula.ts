import type { Text } from 'tertib';

/** A formula as MS-Ind has it, read: columns of the data set or of another one ({@link otherColumn}), numbers, and the four operations. */
export type Formula =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'operation'; readonly sign: Sign; readonly left: Formula; readonly right: Formula };

export type Sign = '+' | '-' | '*' | '/';

/** What is wrong in a formula, and at which character, counted from 1. */
export class FormulaError extends Error {
  constructor(
    readonly at: number,
    readonly text: Text,
  ) {
    super(text.en);
    this.name = 'FormulaError';
  }
}

export const formulaError = (at: number, id: string, en: string): FormulaError =>
  new FormulaError(at, { id: `Rumus, huruf ke-${at}: ${id}`, en: `Formula, character ${at}: ${en}` });

/** The columns that a formula reads, each once. */
export function columnsIn(formula: Formula): string[] {
  const names = (one: Formula): string[] => {
    if (one.kind === 'column') return [one.name];
    if (one.kind === 'negative') return names(one.of);
    return one.kind === 'operation' ? [...names(one.left), ...names(one.right)] : [];
  };
  return [...new Set(names(formula))];
}
