import { defineWords } from '../../shared/i18n/index.js';

export const gatewayWords = defineWords(
  {
    title: 'Gerbang pesan',
    off: 'Gerbang pesan (WhatsApp, SMS) belum dipasang. Pengelola server memasangnya dengan WEBHOOK_URL; tanpa itu, orang diberi tahu lewat surel dan Tugas saya.',
    counts: (failed: string, waiting: string) => `${failed} gagal, ${waiting} menunggu.`,
    message: 'Pesan', receiver: 'Kepada', onlyFailed: 'Hanya yang gagal', none: 'Belum ada pesan', noneFailed: 'Tidak ada pesan yang gagal',
    noneHint: 'Pesan tentang tugas baru dan tentang data yang ditunggu muncul di sini.', again: 'Kirim lagi', tries: (count: string) => `${count} kali dicoba`, resent: 'Pesan sudah diteruskan.', notResent: 'Pesan belum diteruskan. Lihat alasannya dalam daftar.',
    queued: 'Menunggu', sent: 'Diteruskan', failed: 'Gagal',
  },
  {
    title: 'Messaging gateway',
    off: 'No messaging gateway (WhatsApp, SMS) is set up. Whoever runs the server does so with WEBHOOK_URL; without it people are told by mail and among My tasks.',
    counts: (failed: string, waiting: string) => `${failed} failed, ${waiting} waiting.`,
    message: 'Message', receiver: 'To', onlyFailed: 'Only those that failed', none: 'No messages yet', noneFailed: 'No message has failed',
    noneHint: 'Messages of new tasks and of data that are awaited appear here.', again: 'Send again', tries: (count: string) => `tries: ${count}`, resent: 'The message was passed on.', notResent: 'The message was not passed on yet. The list says why.',
    queued: 'Waiting', sent: 'Passed on', failed: 'Failed',
  },
);
