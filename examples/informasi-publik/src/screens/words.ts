import { defineWords } from 'tertib/screens';
import type { State } from '../register.schemas.js';

export const states = defineWords<Record<State, string>>(
  { open: 'Diproses', extended: 'Diperpanjang', late: 'Lewat batas', delivering: 'Menunggu penyerahan', answered: 'Dijawab', objection: 'Keberatan', closed: 'Selesai' },
  { open: 'Being answered', extended: 'Extended', late: 'Overdue', delivering: 'To be delivered', answered: 'Answered', objection: 'Objection', closed: 'Closed' },
);

export const words = defineWords(
  {
    title: 'Register permohonan', year: 'Tahun', state: 'Status', every: 'Semua', search: 'Cari nomor, nama, informasi', number: 'Nomor', applicant: 'Pemohon', subject: 'Informasi', received: 'Diterima',
    due: 'Batas', left: (days: number) => (days < 0 ? `lewat ${-days} hari kerja` : `${days} hari kerja lagi`), today: 'hari ini', none: 'Belum ada permohonan tahun ini', noneFound: 'Tidak ada yang cocok',
    start: 'Catat yang pertama lewat Mulai proses.', widen: 'Ubah kata cari atau status.', object: 'Terima keberatan',
    ask: (name: string) => `Terima keberatan ${name}? Waktu jawab berhenti, dan petugas mencatat keberatannya pada tugas berikut.`, cancel: 'Batal', taken: 'Keberatan dapat dicatat sekarang',
  },
  {
    title: 'Information requests', year: 'Year', state: 'State', every: 'All', search: 'Search number, name, information', number: 'Number', applicant: 'Applicant', subject: 'Information', received: 'Received',
    due: 'Due', left: (days: number) => (days < 0 ? `${-days} working days late` : `${days} working days left`), today: 'today', none: 'No requests this year', noneFound: 'Nothing fits',
    start: 'Record the first under Start a process.', widen: 'Change the search or the state.', object: 'Take an objection',
    ask: (name: string) => `Take the objection of ${name}? The time to answer stops, and the desk records the objection in the next task.`, cancel: 'Cancel', taken: 'The objection can be recorded now',
  },
);

export const reportWords = defineWords(
  {
    title: 'Laporan informasi publik', year: 'Tahun', received: 'Diterima', granted: 'Diberikan', partly: 'Sebagian', refused: 'Ditolak', elsewhere: 'Tidak dikuasai', open: 'Belum dijawab', objections: 'Keberatan',
    average: 'Rata-rata hari kerja', grounds: 'Alasan penolakan (huruf Pasal 17)', none: 'Belum ada permohonan', hint: 'Angka muncul setelah permohonan pertama dicatat.',
  },
  {
    title: 'Information report', year: 'Year', received: 'Received', granted: 'Granted', partly: 'In part', refused: 'Refused', elsewhere: 'Not held', open: 'Not answered yet', objections: 'Objections',
    average: 'Working days on average', grounds: 'Grounds of refusal (letters of Article 17)', none: 'No requests yet', hint: 'Figures appear with the first request.',
  },
);
