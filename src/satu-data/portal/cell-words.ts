import type { Language } from 'tertib';
import { isAmount } from '../datasets/dataset.types.js';
import { place } from '../disclosure/place.js';
import { CONFIDENTIAL } from '../publication/csv.js';
import type { PublicationEntity } from '../publication/publication.entity.js';
import type { FigurePlace } from './figure-place.js';
import { codeTitle } from './code-title.js';
import { formatDecimal } from './number-format.js';

/** How the cells of a published table read, wherever they are shown. */
export class CellWords {
  private readonly columns: ReadonlyMap<string, PublicationEntity['columns'][number]>;
  private readonly hidden: ReadonlySet<string>;

  constructor(
    private readonly one: Pick<PublicationEntity, 'columns' | 'rows' | 'totals' | 'hidden'>,
    private readonly language: Language,
  ) {
    this.columns = new Map(one.columns.map((column) => [column.name, column]));
    this.hidden = new Set((one.hidden ?? []).map(place));
  }

  get hides(): boolean {
    return this.hidden.size > 0;
  }

  /** A key such as a year is a number that nobody groups by thousands. */
  isNumber(name: string): boolean {
    const column = this.columns.get(name);
    return column !== undefined && isAmount(column);
  }

  isHidden(at: FigurePlace): boolean {
    return this.hidden.has(place(at));
  }

  valueAt({ row, column }: FigurePlace): string | undefined {
    return (row === this.one.rows.length ? this.one.totals : this.one.rows[row])?.[column];
  }

  /** A hidden cell as its letter, a missing one as nothing. */
  at(figure: FigurePlace): string {
    const value = this.valueAt(figure);
    return value === undefined ? (this.isHidden(figure) ? CONFIDENTIAL : '') : this.named(figure.column, value);
  }

  titleOf(name: string): string {
    return this.columns.get(name)?.title ?? name;
  }

  /** The row in words, by its keys; null for the totals and where there are none. */
  rowName(row: number): string | null {
    const values = this.one.rows[row];
    const keys = values ? this.one.columns.flatMap(({ name, key }) => (key && values[name] !== undefined ? [this.named(name, values[name])] : [])) : [];
    return keys.length > 0 ? keys.join(', ') : null;
  }

  /** A value of a column: a code with its name, a number as people group it. */
  named(name: string, value: string): string {
    if (this.isNumber(name)) return formatDecimal(value, this.language);
    const column = this.columns.get(name);
    const title = column && codeTitle(column, value, this.language);
    return title ? `${value} ${title}` : value;
  }
}
