import type { Text } from 'tertib';
import { columnLetter } from '../tables/column-letter.js';
import { UnreadableTable } from '../tables/index.js';
import type { HandedTable } from '../deliveries/deliveries.service.js';
import type { LargeTableEntity } from './large-table.entity.js';

/** A large table as it is handed in, also while it is counted anew. @throws {UnreadableTable} that says what to wait for or to do, where it has not been checked to the end. */
export function handedLarge(table: LargeTableEntity | null): HandedTable {
  if (!table) throw new UnreadableTable(NOT_CHECKED);
  const { id, state, reason, shape, facts, head, progress, checkedBy } = table;
  if (state === 'refused' && reason) throw new UnreadableTable(reason);
  if ((state !== 'done' && checkedBy === null) || !shape || !facts || !head) throw new UnreadableTable(state === 'running' ? stillChecked(progress) : NOT_CHECKED);
  return {
    largeId: id, rowCount: facts.rowCount, rows: head.rows,
    layout: { source: 'csv', columns: Object.fromEntries(Object.entries(shape.places).map(([name, place]) => [name, columnLetter(place + 1)])), rowNumbers: head.rowNumbers, unreadable: [], unknown: shape.unknown, ...(shape.remarks && { remarks: shape.remarks }), templateFits: true },
  };
}

const stillChecked = (progress: number): Text => ({
  id: `Berkas ini masih diperiksa (${progress} %). Tunggu sampai selesai, lalu kirim lagi; isian Anda tidak hilang.`,
  en: `This file is still being checked (${progress} %). Wait until that is done and send it again; nothing that you entered is lost.`,
});
const NOT_CHECKED: Text = {
  id: 'Tabel sebesar ini harus diperiksa sampai selesai sebelum dikirim. Buka tabelnya di halaman ini, tekan “Periksa lagi”, tunggu sampai selesai, lalu kirim.',
  en: 'A table of this size has to be checked to the end before it is sent. Open it on this page, press “Check again”, wait until that is done, then send.',
};
