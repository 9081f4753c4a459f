import { Problem } from '../../../sdk/index.js';

/** Why a letter cannot be shown with what was chosen. */
export const LetterProblem = {
  nothingYet: (title: string): Problem => new Problem('letter-nothing-yet', 422, {
    id: `Proses “${title}” belum sampai ke surat ini, jadi belum ada isinya. Pilih proses lain, atau lihat dengan data contoh.`,
    en: `The case “${title}” has not come to this letter yet, so that there is nothing to fill it with. Choose another case, or look at it with sample data.`,
  }),
  /** Deleted meanwhile, or never there, or not for the asker to see. */
  caseGone: (): Problem => new Problem('letter-case-gone', 404, {
    id: 'Proses yang dipilih tidak ada lagi. Pilih proses lain, atau lihat dengan data contoh.',
    en: 'The case that was chosen is there no more. Choose another one, or look at it with sample data.',
  }),
  valuesFailed: (reason: string): Problem => new Problem('letter-values-failed', 422, {
    id: `Isi surat ini tidak dapat dibaca dari proses yang dipilih. Pilih proses lain, atau beri tahu pengelola aplikasi. (Keterangan teknis: ${reason})`,
    en: `What fills this letter could not be read from the case that was chosen. Choose another one, or tell who looks after the application. (Technical detail: ${reason})`,
  }),
  noLetterForFrame: (): Problem => new Problem('letter-frame-alone', 422, {
    id: 'Belum ada surat yang memakai bingkai ini, jadi belum ada yang dapat dilihat.',
    en: 'There is no letter in this frame yet, so that there is nothing to look at.',
  }),
};
