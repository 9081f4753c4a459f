import { defineWords } from '../../../shared/i18n/index.js';
import type { Outcome } from './merge.js';

const PARTS: Readonly<Record<'id' | 'en', Readonly<Record<Outcome, (n: number) => string>>>> = {
  id: { stopped: (n: number) => `${n} akan berhenti`, unfilled: (n: number) => `${n} memerlukan yang tidak pernah diisi`, other: (n: number) => `${n} menempuh jalan lain`, unknown: (n: number) => `${n} tidak dapat dipastikan`, same: (n: number) => `${n} menempuh jalan yang sama` },
  en: { stopped: (n: number) => `${n} would stop`, unfilled: (n: number) => `${n} would need what nobody filled in`, other: (n: number) => `${n} would go another way`, unknown: (n: number) => `${n} cannot be told`, same: (n: number) => (n === 1 ? '1 takes the same way' : `${n} take the same way`) },
};
const BADGES: Readonly<Record<'id' | 'en', Readonly<Record<Outcome, string>>>> = {
  id: { stopped: 'Berhenti', unfilled: 'Belum terisi', other: 'Jalan lain', unknown: 'Tidak pasti', same: 'Sama' },
  en: { stopped: 'Stops', unfilled: 'Not filled in', other: 'Other way', unknown: 'Not certain', same: 'Same' },
};

export const words = defineWords(
  {
    title: 'Coba dengan proses lalu',
    lead: 'Proses yang sudah selesai ditempuh ulang di atas kertas melalui konsep yang tersimpan, dengan isian yang diberikan orang waktu itu. Tidak ada yang dijalankan, dikirim atau diubah.',
    running: (done: number, total: number) => (total === 0 ? 'Membaca proses yang sudah selesai…' : `${done} dari ${total} proses sudah ditempuh ulang…`),
    progress: 'Kemajuan',
    stop: 'Hentikan',
    stopped: (done: number, total: number) => `Dihentikan setelah ${done} dari ${total} proses. Hasil di bawah hanya untuk yang sudah ditempuh.`,
    again: 'Ulangi',
    none: 'Belum ada proses yang selesai',
    noneHint: 'Setelah proses pertama selesai, konsep dapat dicoba dengannya di sini.',
    summary: (total: number, parts: string) => `Dari ${total} proses: ${parts}.`,
    part: (outcome: Outcome, count: number) => PARTS.id[outcome](count),
    badge: (outcome: Outcome) => BADGES.id[outcome],
    older: (count: number) => `${count} proses yang lebih lama tidak ikut ditempuh.`,
    examples: 'Contoh:',
    more: (count: number) => `dan ${count} lagi`,
    show: 'Tunjukkan',
    picture: 'Jalannya pada diagram konsep',
    pictureLead: 'Angka menunjukkan berapa proses melewati tiap langkah dan alur. Yang pucat tidak dilewati satu pun.',
    diagram: 'Diagram',
    groups: 'Hasil',
    link: 'Coba dengan proses lalu',
  },
  {
    title: 'Replay the past',
    lead: 'Finished processes go once more, on paper, through the drafts as they are saved, with what people entered at the time. Nothing is run, sent or changed.',
    running: (done: number, total: number) => (total === 0 ? 'Reading the finished processes…' : `${done} of ${total} processes have been replayed…`),
    progress: 'Progress',
    stop: 'Stop',
    stopped: (done: number, total: number) => `Stopped after ${done} of ${total} processes. What stands below holds for those only.`,
    again: 'Replay again',
    none: 'No process has finished yet',
    noneHint: 'Once the first process has finished, the drafts can be tried with it here.',
    summary: (total: number, parts: string) => (total === 1 ? `Of 1 process: ${parts}.` : `Of ${total} processes: ${parts}.`),
    part: (outcome: Outcome, count: number) => PARTS.en[outcome](count),
    badge: (outcome: Outcome) => BADGES.en[outcome],
    older: (count: number) => (count === 1 ? '1 older process is left out.' : `${count} older processes are left out.`),
    examples: 'For example:',
    more: (count: number) => `and ${count} more`,
    show: 'Show',
    picture: 'The way on the draft’s diagram',
    pictureLead: 'The figures say how many processes come through each step and flow. What is pale, none comes through.',
    diagram: 'Diagram',
    groups: 'Result',
    link: 'Replay the past',
  },
);
