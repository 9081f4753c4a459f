import { literal } from './sql.js';
import type { TableFile } from './table-file.js';

/** Every cell as text: `c0`, `c1`, … Nothing is guessed, so that nothing in the file decides how it is read. */
export function readFileSql({ path, delimiter, width, kept }: TableFile): string {
  if (kept === 'written') return `read_parquet(${literal(path)})`;
  if (kept === 'values') return `(SELECT ${Array.from({ length: width }, (_, place) => `v${place} AS c${place}`).join(', ')} FROM read_parquet(${literal(path)}))`;
  const columns = Array.from({ length: width }, (_, place) => `'c${place}': 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"', strict_mode = true, columns = {${columns}})`;
}
