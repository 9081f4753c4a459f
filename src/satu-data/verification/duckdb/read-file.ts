import { literal } from './sql.js';
import type { TableFile } from './table-file.js';

/** Every cell as text: `c0`, `c1`, … Nothing is guessed, so that nothing in the file decides how it is read. */
export function readFileSql({ path, delimiter, width }: TableFile): string {
  const columns = Array.from({ length: width }, (_, place) => `'c${place}': 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"', strict_mode = true, columns = {${columns}})`;
}
