import type { Variable } from '../datasets/dataset.types.js';
import { columnLetter } from './column-letter.js';
import { variableOf, type OwnNames } from './header-names.js';
import type { Remark } from './table.types.js';

/** Which column holds which variable; -1 for none. */
export function placesOf(headers: readonly string[], variables: readonly Variable[], own?: OwnNames): Map<Variable, number> {
  const meant = headers.map((header) => variableOf(header, variables, own));
  return new Map(variables.map((variable) => [variable, meant.indexOf(variable)]));
}

/** Headers that mean no variable. */
export const unknownHeaders = (headers: readonly string[], variables: readonly Variable[], own?: OwnNames): string[] => headers.filter((header) => header !== '' && !variableOf(header, variables, own));

/** Variables that several headers mean: only the first of them is read, so that what stands below the others would be lost unseen. */
export function repeatedRemarks(headers: readonly string[], variables: readonly Variable[], own?: OwnNames): Remark[] {
  const meant = headers.map((header) => variableOf(header, variables, own));
  return variables.flatMap((variable) => {
    const places = meant.flatMap((one, place) => (one === variable ? [place] : []));
    if (places.length < 2) return [];
    const list = (column: string): string => places.map((place) => `“${headers[place]}” (${column} ${columnLetter(place + 1)})`).join(', ');
    return [{
      severity: 'ERROR',
      message: {
        id: `Kolom “${variable.title}” ada ${places.length} kali: ${list('kolom')}. Hanya yang pertama yang dibaca. Hapus yang tidak dimaksud, atau ganti judulnya, lalu unggah lagi.`,
        en: `The column “${variable.title}” is there ${places.length} times: ${list('column')}. Only the first one is read. Delete what is not meant, or give it another header, and upload again.`,
      },
    }];
  });
}
