import { defineWords } from '../../../../shared/i18n/index.js';

/** The keys of the drawing, in the order in which somebody needs them. */
export const KEYS = [
  ['Tab', 'leave'], ['. ,', 'walk'], ['Enter', 'fields'], ['Escape', 'none'], ['N', 'add'], ['A', 'append'], ['C', 'connect'], ['R', 'kind'], ['E', 'name'],
  ['← ↑ → ↓', 'move'], ['Shift + ← ↑ → ↓', 'moveFar'], ['Delete', 'remove'], ['Ctrl + Z', 'undo'], ['Ctrl + Y', 'redo'], ['Ctrl + A', 'all'], ['Ctrl + C', 'copy'], ['Ctrl + X', 'cut'], ['Ctrl + V', 'paste'],
  ['Ctrl + F', 'find'], ['Ctrl + ← ↑ → ↓', 'look'], ['Ctrl + (+) (−)', 'zoom'], ['?', 'help'],
] as const;

type Does = (typeof KEYS)[number][1];

export const keyWords = defineWords(
  {
    help: 'Tombol papan ketik',
    lead: 'Semua dapat dikerjakan tanpa tetikus. Tombol ini berlaku selama diagram yang dipilih, bukan isian di sampingnya.',
    key: 'Tombol',
    use: 'Kegunaan',
    drawing: 'Diagram. Tekan tanda tanya untuk daftar tombol.',
    chosen: (name: string) => `Dipilih: ${name}`,
    does: (one: Does) => ({
      leave: 'keluar dari diagram ke bagian berikutnya; Shift + Tab ke sebelumnya', walk: 'ke unsur berikutnya, ke unsur sebelumnya (juga Page Down dan Page Up)', fields: 'ke isian unsur yang dipilih, Escape kembali ke diagram; meletakkan yang sedang ditempel', none: 'tidak memilih apa-apa, atau menutup daftar',
      add: 'tambah unsur dari daftar', append: 'tambah unsur dari daftar dan sambung dengan yang dipilih', connect: 'hubungkan yang dipilih dengan unsur dari daftar', kind: 'ubah jenis', name: 'ganti nama; Enter selesai', move: 'geser sedikit', moveFar: 'geser lebih jauh', remove: 'hapus',
      undo: 'urungkan', redo: 'ulangi', all: 'pilih semua', copy: 'salin, juga untuk prosedur lain', cut: 'potong', paste: 'tempel, lalu Enter untuk meletakkan', find: 'cari langkah', look: 'geser pandangan', zoom: 'perbesar, perkecil', help: 'daftar ini',
    })[one],
  },
  {
    help: 'Keys',
    lead: 'Everything can be done without a mouse. These keys work while the diagram is chosen, not the fields beside it.',
    key: 'Key',
    use: 'What it does',
    drawing: 'Diagram. Press the question mark for a list of keys.',
    chosen: (name: string) => `Chosen: ${name}`,
    does: (one: Does) => ({
      leave: 'leaves the diagram for what follows; Shift + Tab for what is before', walk: 'to the next element, to the one before (Page Down and Page Up too)', fields: 'to the fields of the chosen element, Escape leads back; puts down what is being pasted', none: 'chooses nothing, or closes a list',
      add: 'adds an element from a list', append: 'adds an element from a list behind the chosen one', connect: 'connects the chosen one with an element from a list', kind: 'changes its kind', name: 'changes its name; Enter ends it', move: 'moves it a little', moveFar: 'moves it further', remove: 'deletes it',
      undo: 'takes the last change back', redo: 'does it again', all: 'chooses all', copy: 'copies, for another procedure too', cut: 'cuts out', paste: 'pastes, then Enter to put it down', find: 'finds a step', look: 'moves what is seen', zoom: 'nearer, farther', help: 'this list',
    })[one],
  },
);
