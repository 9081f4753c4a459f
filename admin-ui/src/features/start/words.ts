import { defineWords } from '../../shared/i18n/index.js';

export const words = defineWords(
  {
    title: 'Mulai proses',
    lead: 'Pilih prosedur yang akan dimulai.',
    none: 'Tidak ada prosedur yang dapat Anda mulai',
    choose: 'Mulai',
    start: 'Mulai proses',
    started: 'Proses dimulai.',
    back: 'Pilih prosedur lain',
  },
  {
    title: 'Start a process',
    lead: 'Choose the procedure to start.',
    none: 'There is no procedure that you can start',
    choose: 'Start',
    start: 'Start process',
    started: 'The process has been started.',
    back: 'Choose another procedure',
  },
);
