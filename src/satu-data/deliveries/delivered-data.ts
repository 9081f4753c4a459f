import { Injectable } from '@nestjs/common';
import { ColumnChoices, type CodeTitles } from '../code-lists/column-choices.service.js';
import { hasCodes } from '../code-lists/column-codes.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { TableRow } from '../tables/index.js';
import type { Noted } from '../verification/finding.js';
import type { DeliveryTableEntity } from './delivery-table.entity.js';
import type { DeliveryEntity } from './delivery.entity.js';

/** More than anybody reads on a screen; the file itself holds all. */
const SHOWN_ROWS = 1000;

type Table = Pick<DeliveryTableEntity, 'rows' | 'rowCount'>;

/** A delivery's table, with what was found in it. */
export interface Given {
  readonly dataset: DatasetEntity;
  readonly fileId: DeliveryEntity['fileId'];
  readonly table: DeliveryTableEntity;
  readonly findings: readonly Noted[];
}

/** As the field `isiData` shows a table. */
export interface ShownTable {
  readonly datasetId: string;
  readonly nama: string;
  readonly fileId: string | null;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly coded: boolean; readonly type: Variable['type']; readonly unit: string | null; readonly isKey: boolean }[];
  readonly rows: readonly TableRow[];
  readonly rowNumbers: readonly number[];
  readonly rowCount: number;
  readonly findings: readonly Noted[];
  readonly titles: CodeTitles;
}

/** What was delivered, as whoever decides about it sees it: nobody has to vouch for data that he cannot see, or for codes that he cannot read. */
@Injectable()
export class DeliveredData {
  constructor(private readonly choices: ColumnChoices) {}

  /** Each in its place; what their codes are called is asked for once. */
  async shown(given: readonly Given[]): Promise<ShownTable[]> {
    const tables = given.map(({ dataset, fileId, table, findings }) => ({ dataset, table: { ...shownTable(dataset, table), fileId, rowNumbers: table.layout.rowNumbers.slice(0, SHOWN_ROWS), findings } }));
    return this.named(tables);
  }

  /** Tables that nobody has to decide about, such as last year's: of each data set the one that it has by its id. */
  async undecided(datasets: readonly DatasetEntity[], tables: ReadonlyMap<string, Table>): Promise<ShownTable[]> {
    return this.named(datasets.flatMap((dataset) => { const table = tables.get(dataset.id); return table ? [{ dataset, table: shownTable(dataset, table) }] : []; }));
  }

  private async named(given: readonly { readonly dataset: DatasetEntity; readonly table: ShownTable }[]): Promise<ShownTable[]> {
    const titles = await this.choices.titlesOf(given.map(({ dataset, table: { rows } }) => ({ dataset, rows })));
    return given.map(({ table }, index) => ({ ...table, titles: titles[index] ?? {} }));
  }
}

const shownTable = ({ id, title, variables }: DatasetEntity, { rows, rowCount }: Table): ShownTable => ({
  datasetId: id,
  nama: title,
  fileId: null,
  columns: variables.map((one) => ({ key: one.name, label: one.title, coded: hasCodes(one), type: one.type, unit: one.unit ?? null, isKey: one.key })),
  rows: rows.slice(0, SHOWN_ROWS),
  rowNumbers: rows.slice(0, SHOWN_ROWS).map((_, index) => index + 1),
  rowCount,
  findings: [],
  titles: {},
});
