import { Problem } from 'tertib';

export const listChanged = (): Problem =>
  new Problem('code-list-changed', 409, { id: 'Daftar kode ini sudah diubah orang lain. Muat ulang, lalu periksa lagi perubahan Anda.', en: 'Somebody else has changed this list. Load it again, and look at your change once more.' });
export const previewOld = (): Problem =>
  new Problem('code-list-preview-old', 409, { id: 'Daftar kode ini sudah berubah sejak pratinjau. Tidak ada yang disimpan; periksa pratinjau yang baru.', en: 'The list has changed since the preview. Nothing was kept; look at the new preview.' });
export const nothingToDo = (): Problem =>
  new Problem('code-list-unchanged', 409, { id: 'Tidak ada yang berubah, sehingga tidak ada versi baru.', en: 'Nothing would change, so there is no new version.' });
export const writingLost = (): Problem =>
  new Problem('code-list-writing-lost', 409, { id: 'Penyimpanan terputus terlalu lama, sehingga dibatalkan. Tidak ada yang disimpan; simpan sekali lagi.', en: 'Keeping this version was interrupted for too long and was given up. Nothing was kept; keep it once more.' });
