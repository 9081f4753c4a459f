export { formatNumber } from './format-number.js';
export { TableReader, type TableSource } from './table-reader.js';
export { writeTemplate } from './write-template.js';
export { UnreadableTable, type ReadTable, type TableLayout, type TableRow } from './table.types.js';
