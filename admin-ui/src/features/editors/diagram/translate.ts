import type { Language } from '../../../shared/i18n/index.js';

/** The modeler's most used words; what is missing stays English. */
const INDONESIAN: Record<string, string> = {
  'Activate hand tool': 'Geser diagram',
  'Activate lasso tool': 'Pilih beberapa',
  'Activate create/remove space tool': 'Tambah atau kurangi ruang',
  'Activate global connect tool': 'Hubungkan',
  'Create start event': 'Tambah awal',
  'Create intermediate/boundary event': 'Tambah kejadian di tengah',
  'Create end event': 'Tambah akhir',
  'Create gateway': 'Tambah percabangan',
  'Create task': 'Tambah langkah',
  'Create expanded sub-process': 'Tambah subproses',
  'Create data object reference': 'Tambah dokumen data',
  'Create data store reference': 'Tambah penyimpanan data',
  'Create pool/participant': 'Tambah kolam',
  'Create group': 'Tambah kelompok',
  'Create element': 'Tambah unsur',
  'Append task': 'Sambung langkah',
  'Append user task': 'Sambung tugas orang',
  'Append end event': 'Sambung akhir',
  'Append gateway': 'Sambung percabangan',
  'Append element': 'Sambung unsur',
  'Append intermediate/boundary event': 'Sambung kejadian di tengah',
  'Append text annotation': 'Tambah keterangan',
  'Add text annotation': 'Tambah keterangan',
  'Change element': 'Ubah jenis',
  'Change type': 'Ubah jenis',
  'Set color': 'Warna',
  'Connect to other element': 'Hubungkan ke unsur lain',
  'Connect using association': 'Hubungkan dengan keterangan',
  'Delete': 'Hapus',
  'Remove': 'Hapus',
  'User task': 'Tugas orang',
  'Service task': 'Langkah otomatis',
  'Call activity': 'Panggil diagram',
  'Exclusive gateway': 'Percabangan (pilih satu)',
  'Parallel gateway': 'Percabangan (semua)',
  'Inclusive gateway': 'Percabangan (beberapa)',
  'Task': 'Langkah',
  'Search': 'Cari',
  'Tasks': 'Langkah', 'Events': 'Kejadian', 'Gateways': 'Percabangan', 'Sub-processes': 'Subproses', 'Data': 'Data', 'Participants': 'Pelaku',
};

function translate(text: string, gaps: Record<string, string> = {}): string {
  return (INDONESIAN[text] ?? text).replace(/{([^}]+)}/g, (_, name: string) => gaps[name] ?? `{${name}}`);
}

export const translateModule = (lang: Language): object => (lang === 'id' ? { translate: ['value', translate] } : {});
