import { defineWords } from '../../shared/i18n/index.js';

export const words = defineWords(
  {
    broken: 'Halaman ini tidak dapat ditampilkan',
    failed: (plugin: string) => `Bagian aplikasi “${plugin}” bermasalah. Halaman lain tetap dapat digunakan. Muat ulang; bila tetap begini, beri tahu administrator.`,
    notLoaded: 'Berkas halaman tidak dapat dimuat.',
    notForHere: 'Halaman ini dibuat untuk versi Tertib yang lain.',
    notThere: 'Berkas halaman tidak berisi halaman ini.',
    reload: 'Muat ulang',
  },
  {
    broken: 'This page cannot be shown',
    failed: (plugin: string) => `The part “${plugin}” of the application has a fault. All other pages go on working. Load again; if that does not help, tell the administrator.`,
    notLoaded: 'The file with the page cannot be loaded.',
    notForHere: 'The page was made for another version of Tertib.',
    notThere: 'The file with the pages does not hold this one.',
    reload: 'Load again',
  },
);
