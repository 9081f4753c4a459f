const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Enough to tell the table from the titles above it. */
const SEARCHED = 30;
const QUOTED = /"[^"]*"/g;

/** How a program says it itself, in a line before the table. */
const SAID = /^sep=([;,\t])\r?\n/;

/**
 * What cuts most lines into the same number of parts: the titles above a table have none, or a comma or two, and decimal commas are
 * not in its header. Excel writes `;` where the decimal mark is a comma.
 */
export function delimiterOf(text: string): Delimiter {
  const said = SAID.exec(text)?.[1];
  if (said) return said as Delimiter;
  const lines = text.slice(0, 256 * 1024).replaceAll(QUOTED, '').split(/\r?\n/, SEARCHED);
  const fits = (one: Delimiter): number => {
    const counts = lines.map((line) => line.split(one).length).filter((count) => count > 1);
    return Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length * 1000 + Math.min(count, 999)));
  };
  return DELIMITERS.reduce((best, one) => (fits(one) > fits(best) ? one : best));
}

/** How much of a text is such a line. */
export const saidLength = (text: string): number => SAID.exec(text)?.[0].length ?? 0;

/** What ends a line: the first that does outside of quotes, as csv-parse finds it. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text.replaceAll(QUOTED, ''))?.[0] ?? '\n';
