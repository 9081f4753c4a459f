import type { Variable } from '../datasets/dataset.types.js';
import { columnLetter } from './column-letter.js';
import { normal, variableOf, type OwnNames } from './header-names.js';
import type { Remark } from './table.types.js';

/** What each header means; a technical name means nothing where a title stands too: beside `Kode kecamatan`, `Kecamatan` is no `kecamatan`. */
function meantBy(headers: readonly string[], variables: readonly Variable[], own: OwnNames = {}): (Variable | undefined)[] {
  const all = headers.map((header) => variableOf(header, variables, own));
  const isNameOnly = (place: number, { name, title }: Variable): boolean => {
    const text = normal(headers[place] ?? '');
    return text === normal(name) && text !== normal(title) && own[text] !== name;
  };
  const called = new Set(all.filter((one, place) => one && !isNameOnly(place, one)));
  return all.map((one, place) => (one && called.has(one) && isNameOnly(place, one) ? undefined : one));
}

/** Which column holds which variable; -1 for none. */
export function placesOf(headers: readonly string[], variables: readonly Variable[], own?: OwnNames): Map<Variable, number> {
  const meant = meantBy(headers, variables, own);
  return new Map(variables.map((variable) => [variable, meant.indexOf(variable)]));
}

/** Headers that mean no variable. */
export function unknownHeaders(headers: readonly string[], variables: readonly Variable[], own?: OwnNames): string[] {
  const meant = meantBy(headers, variables, own);
  return headers.filter((header, place) => header !== '' && !meant[place]);
}

/**
 * Variables that several headers mean: only the first of them is read, so that what stands below the others would be lost unseen.
 *
 * @param isFilled - whether a column has values of its own: a header merged over two stands above both
 */
export function repeatedRemarks(headers: readonly string[], variables: readonly Variable[], own?: OwnNames, isFilled: (place: number) => boolean = () => true): Remark[] {
  const meant = meantBy(headers, variables, own);
  return variables.flatMap((variable) => {
    const places = meant.flatMap((one, place) => (one === variable ? [place] : [])).filter((place, index) => index === 0 || isFilled(place));
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
