import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Text } from 'tertib';
import { BackgroundRuns } from './background-runs.js';
import { LargeTableEntity } from './large-table.entity.js';

const DISK_FULL: Text = {
  id: 'Ruang penyimpanan server penuh, sehingga tabel ini belum dapat dibaca. Berkas yang Anda unggah tetap tersimpan. Beri tahu administrator, lalu tekan “Periksa lagi”.',
  en: 'The server has no storage left, so that this table could not be read. The file that you uploaded is still kept. Tell the administrator, then press “Check again”.',
};
const FAILED: Text = {
  id: 'Tabel ini belum dapat diperiksa karena gangguan pada server. Berkas yang Anda unggah tetap tersimpan. Tekan “Periksa lagi”; bila berulang, beri tahu administrator.',
  en: 'This table could not be checked, because something failed on the server. The file that you uploaded is still kept. Press “Check again”; if it repeats, tell the administrator.',
};

/** Work on large tables: each in its table's record. */
@Injectable()
export class LargeRuns extends BackgroundRuns<LargeTableEntity> {
  constructor(database: Transactions, clock: Clock) {
    super(database, clock, LargeTableEntity, { stopped: (by) => ({ id: `Pemeriksaan dihentikan oleh ${by}.`, en: `The check was stopped by ${by}.` }), diskFull: DISK_FULL, failed: FAILED });
  }
}
