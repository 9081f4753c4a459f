import { literal } from './sql.js';
import type { TableFile } from './table-file.js';

/** Every cell as text: `c0`, `c1`, … Nothing is guessed, so that nothing in the file decides how it is read. */
export function readFileSql({ path, delimiter, width, kept }: TableFile): string {
  if (kept === 'written') return `read_parquet(${literal(path)})`;
  if (kept === 'values') return `(SELECT ${Array.from({ length: width }, (_, place) => `v${place} AS c${place}`).join(', ')} FROM read_parquet(${literal(path)}))`;
  const columns = Array.from({ length: width }, (_, place) => `'c${place}': 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"', strict_mode = true, columns = {${columns}})`;
}

/** The same, with each row's place (`line`); rows without any value are none. */
export function numberedFileSql(file: TableFile): string {
  const cells = Array.from({ length: file.width }, (_, place) => `c${place}`);
  const numbered = file.kept === 'values'
    ? `SELECT file_row_number AS line, ${cells.map((cell, place) => `v${place} AS ${cell}`).join(', ')} FROM read_parquet(${literal(file.path)}, file_row_number = true)`
    : `SELECT row_number() OVER () AS line, * FROM ${readFileSql(file)}`;
  return `(SELECT * FROM (${numbered}) WHERE coalesce(${cells.join(', ')}) IS NOT NULL)`;
}
