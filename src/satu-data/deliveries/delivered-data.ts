import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Noted } from '../verification/finding.js';
import type { DeliveryTableEntity } from './delivery-table.entity.js';
import type { DeliveryEntity } from './delivery.entity.js';

/** More than anybody reads on a screen; the file itself holds all. */
const SHOWN_ROWS = 1000;

/** What was delivered, as the field `isiData` shows it: nobody has to vouch for data that he cannot see. */
export const deliveredData = (dataset: DatasetEntity, delivery: DeliveryEntity, table: DeliveryTableEntity, findings: readonly Noted[]) => ({
  nama: dataset.title,
  fileId: delivery.fileId,
  columns: dataset.variables.map(({ name, title }) => ({ key: name, label: title })),
  rows: table.rows.slice(0, SHOWN_ROWS),
  rowNumbers: table.layout.rowNumbers.slice(0, SHOWN_ROWS),
  rowCount: table.rowCount,
  findings,
});

/** A table that nobody has to decide about, such as last year's. */
export const shownTable = ({ title, variables }: DatasetEntity, { rows, rowCount }: Pick<DeliveryTableEntity, 'rows' | 'rowCount'>) => ({
  nama: title,
  fileId: null,
  columns: variables.map(({ name, title: label }) => ({ key: name, label })),
  rows: rows.slice(0, SHOWN_ROWS),
  rowNumbers: rows.slice(0, SHOWN_ROWS).map((_, index) => index + 1),
  rowCount,
  findings: [],
});
