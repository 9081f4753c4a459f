import type { Text } from 'tertib';
import { isNumeric, type DecimalMark, type Variable } from '../datasets/dataset.types.js';
import { isOpen } from '../shared/decimal-mark.js';
import { cellName, cellWords } from './cell-name.js';
import { columnLetter } from './column-letter.js';
import type { Delimiter } from './csv-head.js';
import { example, nameOf } from './number-sentences.js';
import type { RawSheet, Remark } from './table.types.js';
import { inKeys, inUnit, isOpenIn, otherMark, parseNumber } from './written-number.js';

/** What the cells of a table say of how its numbers are written. */
export interface MarkEvidence {
  /** Cells that only the declared mark reads, for their mark. */
  readonly declared: number;
  /** Cells that only the other one reads: how many, and where the first of them are. */
  readonly other: number;
  readonly otherCells: readonly Text[];
  /** Cells that both read, each as another number; and one of them. */
  readonly open: number;
  readonly openExample: string | null;
}

/** So many cells are named. */
export const NAMED_CELLS = 5;

/** Programs that write these between columns write the other decimal mark: that is why they chose it. */
const SPEAKS_AGAINST: Readonly<Partial<Record<Delimiter, DecimalMark>>> = { ',': ',', ';': '.' };
export const speaksAgainst = (delimiter: Delimiter | undefined, mark: DecimalMark): boolean => delimiter !== undefined && SPEAKS_AGAINST[delimiter] === mark;

/** Gathers it cell by cell. */
class MarkWitness implements MarkEvidence {
  declared = 0;
  other = 0;
  open = 0;
  openExample: string | null = null;
  readonly otherCells: Text[] = [];

  constructor(private readonly mark: DecimalMark) {}

  hear(text: string, variable: Pick<Variable, 'type'>, cell: () => Text): void {
    if (!/[.,]/.test(text)) return;
    if (isOpen(text)) {
      if (!isOpenIn(variable, text)) return;
      this.open += 1;
      this.openExample ??= text;
    } else if (parseNumber(text, this.mark) !== null) this.declared += 1;
    else if (parseNumber(text, otherMark(this.mark)) !== null) {
      if (this.other < NAMED_CELLS) this.otherCells.push(cell());
      this.other += 1;
    }
  }
}

/** What the numbers that were typed as text say of the mark. */
export function evidenceOf({ source, rows }: Pick<RawSheet, 'source' | 'rows'>, present: readonly (readonly [Variable, number])[], mark: DecimalMark): MarkEvidence {
  const witness = new MarkWitness(mark);
  const numbers = present.filter(([{ type }]) => isNumeric(type));
  for (const { number, cells } of rows) {
    for (const [variable, place] of numbers) {
      const raw = cells[place];
      if (typeof raw === 'string') witness.hear(inKeys(inUnit(raw.trim(), variable)), variable, () => cellWords(cellName({ source }, columnLetter(place + 1), number), number, variable.title));
    }
  }
  return witness;
}

/** Whether what may be two numbers is refused. A delimiter counts for less than a cell that shows the declared mark. */
export const isDoubtful = ({ declared, other, open }: MarkEvidence, mark: DecimalMark, delimiter: Delimiter | undefined): boolean =>
  open > 0 && (other > 0 || (declared === 0 && speaksAgainst(delimiter, mark)));

/** What is said of it once for the whole table. */
export function markRemarks(evidence: MarkEvidence, mark: DecimalMark, { source, delimiter }: Pick<RawSheet, 'source' | 'delimiter'>): Remark[] {
  const { other, otherCells, open, openExample } = evidence;
  const doubtful = isDoubtful(evidence, mark, delimiter);
  if (other === 0 && !doubtful) return [];
  const [taken, theirs] = [nameOf(mark), nameOf(otherMark(mark))];
  // What is typed has nothing to upload again, and its places have a comma in them.
  const [between, again] = source === 'grid' ? ['; ', { id: '', en: '' }] : [', ', { id: ', lalu unggah lagi', en: ' and upload it again' }];
  const cells = (language: 'id' | 'en') => [...otherCells.map((one) => one[language]), ...(other > otherCells.length ? ['…'] : [])].join(between);
  const why = other > 0
    ? { id: `tetapi ${other} sel (${cells('id')}) hanya dapat dibaca dengan ${theirs.id} desimal`, en: `but ${cellsEn(other)} (${cells('en')}) can only be read with a decimal ${theirs.en}` }
    : { id: `tetapi kolom berkas CSV ini dipisahkan “${delimiter}”, seperti pada program yang menulis ${theirs.id} desimal`, en: `but the columns of this CSV file are cut by “${delimiter}”, as by programs that write a decimal ${theirs.en}` };
  const refused = doubtful
    ? { id: ` Karena itu ${open} sel yang dapat berarti dua angka, seperti “${openExample}”, tidak dibaca.`, en: ` So ${cellsEn(open)} that may be two numbers, such as “${openExample}”, ${open === 1 ? 'is' : 'are'} not read.` }
    : { id: '', en: '' };
  return [{
    severity: 'ERROR',
    message: {
      id: `Angka tabel ini dibaca dengan ${taken.id} desimal (${example(mark)}), ${why.id}.${refused.id} Tulis semua angka dengan ${taken.id} desimal${again.id}.`,
      en: `The numbers of this table are read with a decimal ${taken.en} (${example(mark)}), ${why.en}.${refused.en} Write all numbers with a decimal ${taken.en}${again.en}.`,
    },
  }];
}

/** What is said where a file's template was made under another mark than the data set's, or (null) under one that nobody knows. Numbers that are no text are none of it. */
export function templateRemarks(made: DecimalMark | null, now: DecimalMark, { declared, open, openExample }: MarkEvidence): Remark[] {
  if (made === null) {
    return open === 0 ? [] : [{
      severity: 'ERROR',
      message: {
        id: `Berkas ini dari templat lama yang tidak mencatat tanda desimalnya. ${open} sel yang dapat berarti dua angka, seperti “${openExample}”, tidak dibaca. Tulis sel itu tanpa pemisah ribuan, atau pakai templat terbaru.`,
        en: `This file is of an older template that does not say its decimal mark. ${cellsEn(open)} that may be two numbers, such as “${openExample}”, ${open === 1 ? 'is' : 'are'} not read. Write without thousands separators there, or use the newest template.`,
      },
    }];
  }
  return declared + open === 0 ? [] : [{
    severity: 'INFO',
    message: {
      id: `Templat berkas ini memakai ${nameOf(made).id} desimal (${example(made)}), jadi angka yang diketik sebagai teks dibaca begitu, meskipun data ini kini memakai ${nameOf(now).id} desimal.`,
      en: `The template of this file has a decimal ${nameOf(made).en} (${example(made)}), so numbers that were typed as text are read that way, although these data have a decimal ${nameOf(now).en} by now.`,
    },
  }];
}

const cellsEn = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`);
