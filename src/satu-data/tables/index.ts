export { TableReader } from './table-reader.js';
export { rowsAsTyped, typedRows } from './typed-rows.js';
export { writeTemplate } from './write-template.js';
export { UnreadableTable, type ReadTable, type TableRow } from './table.types.js';
export { withUnit } from './unit.js';
export { shownDay } from './written-date.js';
