import { Injectable } from '@nestjs/common';
import { Transactions, type FieldProblem, type Text } from 'tertib';
import { IsNull } from 'typeorm';
import { otherColumn, sameName, type OtherColumn } from '../analysis/formula/other-column.js';
import { readIndicator } from '../analysis/indicators.js';
import { SAID } from '../analysis/others/other-words.js';
import { schemeOf } from '../code-lists/column-codes.js';
import { isWider } from '../datasets/access-class.js';
import { DataListRow, descriptionOf, type DatasetDescription } from '../datasets/data-list.js';
import { isAmount, type Indicator, type Variable } from '../datasets/dataset.types.js';
import { onlyProtecting } from '../disclosure/unpublished.js';
import { closest } from '../shared/closest.js';
import { ListRowEntity } from './data-list.entities.js';
import { BLANK } from './list-fields.js';
import { rowField } from './row-field.js';

/** A row whose formulas are looked at. */
export interface Asking extends Pick<DatasetDescription, 'variables' | 'indicators' | 'riskClass'> {
  readonly id: string;
}
interface Named {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}
type Described = DatasetDescription | null;

/** Columns of other data sets that formulas use are columns of numbers of a row of the same list, by the same regions, and no closer than the row itself. */
@Injectable()
export class OtherColumns {
  constructor(private readonly database: Transactions) {}

  /** For the rows of one list that are ready otherwise; what others are called is asked once, when a formula first names one. */
  ofPeriod(periodId: string): (row: Asking) => Promise<FieldProblem[]> {
    let names: Promise<Named[]> | undefined;
    const known = new Map<string, Promise<Described>>();
    const described = (id: string): Promise<Described> => {
      const asked = known.get(id) ?? this.described(periodId, id);
      known.set(id, asked);
      return asked;
    };
    return async (row) => {
      const asked = row.indicators.flatMap((one, index) => readIndicator(one).columns.flatMap((name) => { const column = otherColumn(name); return column ? [{ column, path: `indikatorTurunan.${index}.${fieldOf(one, name)}` }] : []; }));
      if (asked.length === 0) return [];
      const all = await (names ??= this.names(periodId));
      const found = await Promise.all(asked.map(async ({ column, path }) => ({ path, message: await problemOf(row, column, all, described) })));
      return found.flatMap(({ path, message }) => (message ? [{ path, message }] : []));
    };
  }

  private async names(periodId: string): Promise<Named[]> {
    const { read } = this.database;
    const rows = await read.createQueryBuilder(ListRowEntity, 'r').select('r.id', 'id').addSelect(rowField(read, 'nama'), 'name').addSelect(rowField(read, 'idDdd'), 'code').where({ periodId, removedAt: IsNull() }).getRawMany<{ [Key in keyof Named]: string | null }>();
    return rows.map(({ id, name, code }) => ({ id: id ?? '', name: name ?? '', code: code ?? '' }));
  }

  /** Null where it is only begun. */
  private async described(periodId: string, id: string): Promise<Described> {
    const row = await this.database.read.findOneBy(ListRowEntity, { id, periodId });
    const { data } = DataListRow.safeParse({ ...BLANK, ...row?.values });
    return data && data.variabel.length > 0 ? descriptionOf(data) : null;
  }
}

const fieldOf = ({ formula, numerator }: Indicator, name: string): string => (formula ? 'rumus' : numerator === name ? 'pembilang' : 'penyebut');

async function problemOf(row: Asking, { dataset, column }: OtherColumn, all: readonly Named[], described: (id: string) => Promise<Described>): Promise<Text | null> {
  const asked = sameName(dataset);
  const byCode = all.filter(({ code }) => sameName(code) === asked);
  const found = byCode.length > 0 ? byCode : all.filter(({ name }) => sameName(name) === asked);
  const [one] = found;
  if (!one) return unknown(dataset, all);
  if (found.length > 1) return SAID.several(dataset);
  if (one.id === row.id) return SAID.itself(one.name);
  const other = await described(one.id);
  if (!other) return { id: `Kolom dataset “${one.name}” belum lengkap dijelaskan pada daftar data.`, en: `The columns of the data set “${one.name}” are not fully described in the data list yet.` };
  if (other.riskClass === 'tertutup') return SAID.closed(one.name);
  if (isWider(row.riskClass, other.riskClass)) return SAID.closer(one.name);
  return columnProblem(one.name, column, other.variables) ?? (regionOf(row.variables) === regionOf(other.variables) ? null : SAID.otherRegions(one.name));
}

function columnProblem(title: string, column: string, variables: readonly Variable[]): Text | null {
  const found = variables.find(({ name }) => name === column);
  if (found && onlyProtecting(variables).has(column)) {
    return { id: `Kolom “${column}” dataset “${title}” hanya dipakai untuk melindungi kolom lain. Indikator yang dihitung darinya akan membukanya.`, en: `The column “${column}” of the data set “${title}” only serves to protect another. An indicator that is computed from it would tell it.` };
  }
  if (found && isAmount(found)) return null;
  const meant = closest(column, variables.filter(isAmount).map(({ name }) => name));
  const said = SAID.noColumn(title, column);
  return meant ? { id: `${said.id} Mungkin maksudnya “${meant}”.`, en: `${said.en} Perhaps “${meant}” was meant.` } : said;
}

/** The list of codes that its regions are of; undefined where it has none. */
const regionOf = (variables: readonly Variable[]): string | null | undefined => { const region = variables.find(({ key, type }) => key && type === 'region'); return region && schemeOf(region); };

function unknown(dataset: string, all: readonly Named[]): Text {
  // Of a long list only those are compared that can be near.
  const near = all.map(({ name }) => name).filter(({ length }) => Math.abs(length - dataset.length) <= Math.max(1, Math.floor(length / 3)));
  const meant = closest(dataset, near);
  return {
    id: `Tidak ada dataset “${dataset}” pada daftar data ini. ${meant ? `Mungkin maksudnya “${meant}”.` : 'Tulis nama dataset seperti pada daftar, atau ID DDD-nya.'}`,
    en: `There is no data set “${dataset}” in this list. ${meant ? `Perhaps “${meant}” was meant.` : 'Write the name of the data set as the list has it, or its ID DDD.'}`,
  };
}
