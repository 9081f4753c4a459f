import { Problem } from 'tertib';

export const deadlinePassed = (): Problem =>
  new Problem('deadline-passed', 409, { id: 'Batas waktu sudah lewat: data tidak dapat ditarik kembali, karena tidak sempat disampaikan lagi.', en: 'The deadline has passed: data cannot be taken back, since there is no time to deliver them again.' });

export const nothingToWithdraw = (): Problem =>
  new Problem('nothing-to-withdraw', 409, {
    id: 'Di antara dataset yang dipilih ada yang tidak dapat ditarik kembali: belum disampaikan, sudah diputuskan, atau sudah ditarik. Muat ulang halaman ini dan pilih lagi.',
    en: 'Among the data sets chosen are some that cannot be taken back: not delivered yet, decided already, or taken back before. Reload this page and choose again.',
  });

export const underWay = (): Problem =>
  new Problem('delivery-under-way', 409, { id: 'Data ini sedang diproses otomatis (tanda terima atau pemeriksaan). Coba lagi beberapa detik lagi.', en: 'These data are being processed right now (receipt or check). Try again in a few seconds.' });

export const verificationBegun = (who: string): Problem =>
  new Problem('verification-begun', 409, {
    id: `${who} sudah mengambil tugas verifikasi data ini. Data tidak dapat ditarik lagi; tulis di tanya jawab agar datanya dikembalikan kepada Anda.`,
    en: `${who} has taken the task of verifying these data. They can no longer be taken back; write in questions and answers to have them returned to you.`,
  });

export const olderProcedure = (): Problem =>
  new Problem('withdrawal-unknown-to-procedure', 409, {
    id: 'Versi prosedur yang dipakai proses ini belum mengenal penarikan data. Administrator dapat memindahkan proses ke versi baru.',
    en: 'The version of the procedure that this process runs on does not know of taking data back. An administrator can move the process to a new version.',
  });
