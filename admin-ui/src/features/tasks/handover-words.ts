import { defineWords } from '../../shared/i18n/index.js';

export const handoverWords = defineWords(
  {
    handOver: 'Serahkan tugas',
    lead: 'Tugas ini pindah ke rekan sekantor. Yang sudah Anda isi ikut, dan ia diberi tahu.',
    to: 'Kepada',
    choose: 'Pilih rekan',
    nobody: 'Tidak ada rekan lain di kantor Anda yang berhak mengerjakan tugas ini.',
    note: 'Catatan untuknya',
    cancel: 'Batal',
    done: (name: string) => `Tugas diserahkan kepada ${name}.`,
    from: (name: string, at: string) => `Diserahkan oleh ${name}, ${at}`,
  },
  {
    handOver: 'Hand the task over',
    lead: 'The task goes to a colleague of your office. What you have typed goes along, and the colleague is told.',
    to: 'To',
    choose: 'Choose a colleague',
    nobody: 'There is no other colleague in your office who may do this task.',
    note: 'Note for the colleague',
    cancel: 'Cancel',
    done: (name: string) => `The task has been handed to ${name}.`,
    from: (name: string, at: string) => `Handed over by ${name}, ${at}`,
  },
);
