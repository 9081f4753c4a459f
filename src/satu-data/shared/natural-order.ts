/** As people count and spell: 2 before 10. */
export const inNaturalOrder: (a: string, b: string) => number = new Intl.Collator('id', { numeric: true }).compare;
