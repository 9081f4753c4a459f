const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What the header has most of; Excel writes `;` where the decimal mark is a comma. */
export function delimiterOf(text: string): Delimiter {
  const header = text.slice(0, text.search(/\r?\n|$/));
  return DELIMITERS.reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best));
}
