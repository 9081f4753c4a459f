import type { Variable } from '../datasets/dataset.types.js';
import { mostNamed } from './header-row.js';

const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Enough to tell the table from the titles above it. */
const SEARCHED = 30;
const LINE_END = /\r\n|\n|\r/;
const QUOTED = /"[^"]*"/g;

/** How a program says it itself, in a line before the table. */
const SAID = /^sep=([;,\t])\r?\n/;

/**
 * What cuts a line into the most columns that are known; three titles with a comma each count for less than one header. Where none is, what cuts most lines into
 * the same number of parts: decimal commas are not in the header. Excel writes `;` where the decimal mark is a comma.
 */
export function delimiterOf(text: string, variables: readonly Variable[] = []): Delimiter {
  const said = SAID.exec(text)?.[1];
  if (said) return said as Delimiter;
  const head = text.slice(0, 256 * 1024);
  const [lines, bare] = [head, head.replaceAll(QUOTED, '')].map((one) => one.split(LINE_END, SEARCHED)) as [string[], string[]];
  const names = (one: Delimiter): number => mostNamed(lines.map((line) => line.split(one).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))), variables);
  const fits = (one: Delimiter): number => {
    const counts = bare.map((line) => line.split(one).length).filter((count) => count > 1);
    return Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length * 1000 + Math.min(count, 999)));
  };
  const [best] = DELIMITERS.map((one) => ({ one, names: names(one), fits: fits(one) })).toSorted((a, b) => b.names - a.names || b.fits - a.fits);
  return best?.one ?? ';';
}

/** How much of a text is such a line. */
export const saidLength = (text: string): number => SAID.exec(text)?.[0].length ?? 0;

/** What ends a line: the first that does outside of quotes, as csv-parse finds it. */
export const lineEndOf = (text: string): string => LINE_END.exec(text.replaceAll(QUOTED, ''))?.[0] ?? '\n';
