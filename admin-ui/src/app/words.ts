import { defineWords } from '../shared/i18n/index.js';

export const words = defineWords(
  {
    skip: 'Lewati ke isi',
    menu: 'Menu',
    main: 'Menu utama',
    tasks: 'Tugas saya',
    cases: 'Proses',
    start: 'Mulai proses',
    board: 'Papan data',
    procedures: 'Prosedur',
    settings: 'Pengaturan',
    portal: 'Portal',
    missing: 'Halaman tidak ditemukan',
    missingHint: 'Alamat ini tidak ada, atau bukan untuk Anda.',
    home: 'Ke Tugas saya',
  },
  {
    skip: 'Skip to content',
    menu: 'Menu',
    main: 'Main menu',
    tasks: 'My tasks',
    cases: 'Processes',
    start: 'Start a process',
    board: 'Data board',
    procedures: 'Procedures',
    settings: 'Settings',
    portal: 'Portal',
    missing: 'Page not found',
    missingHint: 'This address does not exist, or is not for you.',
    home: 'To my tasks',
  },
);
