import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Text } from 'tertib';
import { BackgroundRuns } from '../large/background-runs.js';
import { TrialEntity } from './trial.entity.js';

/** The work on trials, each in its record. */
@Injectable()
export class TrialRuns extends BackgroundRuns<TrialEntity> {
  constructor(database: Transactions, clock: Clock) {
    super(database, clock, TrialEntity, { stopped: (by) => ({ id: `Percobaan dihentikan oleh ${by}.`, en: `The trial was stopped by ${by}.` }), diskFull: DISK_FULL, failed: FAILED });
  }
}

const DISK_FULL: Text = {
  id: 'Ruang penyimpanan server penuh, sehingga aturan belum dapat dicoba. Beri tahu administrator, lalu coba lagi.',
  en: 'The server has no storage left, so that the rules could not be tried. Tell the administrator, then try again.',
};
const FAILED: Text = {
  id: 'Aturan belum dapat dicoba karena gangguan pada server. Tidak ada yang berubah; coba lagi, dan bila berulang, beri tahu administrator.',
  en: 'The rules could not be tried, because something failed on the server. Nothing was changed; try again, and if it repeats, tell the administrator.',
};

/** Its owner began another. */
export const REPLACED: Text = { id: 'Percobaan ini berhenti karena Anda memulai percobaan yang lebih baru.', en: 'This trial stopped, because you began a newer one.' };

/** Whoever worked on it is gone. */
export const BROKEN_OFF: Text = { id: 'Percobaan terputus karena server dijalankan ulang. Tidak ada yang berubah; coba lagi.', en: 'The trial was broken off, because the server was started anew. Nothing was changed; try again.' };
