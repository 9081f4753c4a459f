import { defineWords } from '../../shared/i18n/index.js';

export const words = defineWords(
  {
    title: 'Mulai proses',
    lead: 'Pilih prosedur yang akan dimulai.',
    none: 'Tidak ada prosedur yang dapat Anda mulai',
    noneHint: 'Prosedur dimulai oleh peran yang ditetapkan di dalamnya. Tugas untuk Anda muncul sendiri di Tugas saya.',
    choose: 'Mulai',
    start: 'Mulai proses',
    started: 'Proses dimulai.',
    back: 'Pilih prosedur lain',
  },
  {
    title: 'Start a process',
    lead: 'Choose the procedure to start.',
    none: 'There is no procedure that you can start',
    noneHint: 'A procedure is started by the role that it names. Tasks for you appear under My tasks by themselves.',
    choose: 'Start',
    start: 'Start process',
    started: 'The process has been started.',
    back: 'Choose another procedure',
  },
);
