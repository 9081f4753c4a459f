import { defineWords } from '../../../../shared/i18n/index.js';

export const expertWords = defineWords(
  {
    title: 'Tampilan ahli',
    lead: 'Semua yang boleh ditulis pada elemen ini, dengan nama teknisnya. Nilai yang tidak dapat diterbitkan disebut oleh pemeriksaan di bawah diagram.',
    none: 'Tidak ada yang dapat ditulis di sini.',
    add: 'Tambah',
    addWhat: 'Bagian yang ditambah',
    remove: 'Hapus',
    removeOf: (type: string, name: string) => `Hapus ${type}${name ? ` “${name}”` : ''}`,
    unset: '(tidak ditulis)',
  },
  {
    title: 'Expert view',
    lead: 'All that may be written at this element, by its technical name. The check below the diagram names values that cannot be published.',
    none: 'Nothing can be written here.',
    add: 'Add',
    addWhat: 'Part to add',
    remove: 'Remove',
    removeOf: (type: string, name: string) => `Remove ${type}${name ? ` “${name}”` : ''}`,
    unset: '(not written)',
  },
);
