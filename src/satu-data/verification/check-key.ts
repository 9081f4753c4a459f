import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

/** The primary key: no two rows about the same. Reported at the later row's first key cell. */
export function checkKey(sheet: Sheet): void {
  const keys = sheet.dataset.variables.filter(({ key, name }) => key && sheet.has(name)).map(({ name }) => name);
  const [first] = keys;
  if (first === undefined) return;
  const seen = new Map<string, number>();
  let judged = 0;
  sheet.rows.forEach((_, index) => {
    const values = keys.map((name) => sheet.sound(index, name));
    if (values.includes(null)) return;
    judged += 1;
    const id = JSON.stringify(values);
    const earlier = seen.get(id);
    if (earlier === undefined) seen.set(id, index);
    else {
      const row = sheet.table.layout.rowNumbers[earlier];
      sheet.atCell('key', 'ERROR', index, first, SENTENCES.key(row, keys.map((key) => sheet.title(key)), values));
    }
  });
  sheet.judged.push({ rule: 'key', column: first, rows: judged });
}
