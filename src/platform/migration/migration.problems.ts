import { Problem } from '../../sdk/index.js';

/** What people are told when cases cannot be migrated as they asked. */
export const MigrationProblem = {
  sameVersion: (): Problem => new Problem('same-version', 409, { id: 'Versi asal dan versi tujuan sama. Pilih versi lain.', en: 'Both versions are the same. Choose another one.' }),
  notInForce: (version: number): Problem => new Problem('version-not-published', 409, { id: `Versi ${version} belum pernah berlaku. Pilih versi yang berlaku atau pernah berlaku.`, en: `Version ${version} has never been in force. Choose one that is, or was.` }),
  nothing: (): Problem => new Problem('nothing-to-migrate', 409, { id: 'Tidak ada proses berjalan yang dipilih pada versi ini. Muat ulang daftar, lalu pilih lagi.', en: 'None of the chosen processes runs on this version. Reload the list and choose again.' }),
  consent: (): Problem => new Problem('consent-needed', 409, { id: 'Ada yang akan hilang bila proses dipindahkan. Baca daftarnya, lalu setujui.', en: 'Something would be lost by moving these processes. Read the list and agree to it.' }),
  outdated: (): Problem => new Problem('preview-outdated', 409, { id: 'Yang akan hilang tidak lagi sama dengan pratinjau yang Anda setujui. Lihat pratinjau sekali lagi.', en: 'What would be lost is no longer what you agreed to. Look at the preview once more.' }),
  underWay: (): Problem => new Problem('migration-under-way', 409, { id: 'Pemindahan lain masih berjalan. Tunggu sampai selesai, atau hentikan dahulu.', en: 'Another move is still under way. Wait until it is done, or stop it first.' }),
  over: (): Problem => new Problem('migration-over', 409, { id: 'Pemindahan ini sudah selesai atau sudah dihentikan.', en: 'This move is done or has been stopped already.' }),
  engineAway: (): Problem => new Problem('engine-away', 503, { id: 'Mesin proses tidak dapat dihubungi, sehingga pratinjau belum dapat dibuat. Coba lagi sebentar lagi.', en: 'The process engine cannot be reached, so there is no preview yet. Try again in a moment.' }),
};
