import { defineWords } from '../shared/i18n/index.js';

export const words = defineWords(
  {
    skip: 'Lewati ke isi',
    menu: 'Menu',
    main: 'Menu utama',
    tasks: 'Tugas saya',
    cases: 'Proses',
    start: 'Mulai proses',
    procedures: 'Prosedur',
    settings: 'Pengaturan',
    portal: 'Portal',
    missing: 'Halaman tidak ditemukan',
    missingHint: 'Alamat ini tidak ada, atau bukan untuk Anda.',
    home: 'Ke Tugas saya',
    plainHttp: 'Sambungan ini tidak terenkripsi (HTTP). Kata sandi dan data dapat terbaca di jaringan; gunakan hanya di jaringan kantor yang dipercaya.',
  },
  {
    skip: 'Skip to content',
    menu: 'Menu',
    main: 'Main menu',
    tasks: 'My tasks',
    cases: 'Processes',
    start: 'Start a process',
    procedures: 'Procedures',
    settings: 'Settings',
    portal: 'Portal',
    missing: 'Page not found',
    missingHint: 'This address does not exist, or is not for you.',
    home: 'To my tasks',
    plainHttp: 'This connection is not encrypted (HTTP). Passwords and data can be read on the network; use it on a trusted office network only.',
  },
);
