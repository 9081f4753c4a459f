import type { Language } from '../../../shared/i18n/index.js';

/** The modeler's words, as they stand on the screen or are read out. */
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
  'Create user task': 'Tambah tugas orang',
  'Create service task': 'Tambah langkah otomatis',
  'Append service task': 'Sambung langkah otomatis',
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
  'Send task': 'Langkah pengiriman otomatis',
  'Event-based gateway': 'Percabangan (menunggu kejadian)',
  'Start event': 'Awal',
  'End event': 'Akhir',
  'Intermediate throw event': 'Kejadian di tengah',
  'Boundary event': 'Kejadian di tepi langkah',
  'Terminate end event': 'Akhir yang menghentikan semua',
  'Sub-process': 'Subproses',
  'Sub-process (collapsed)': 'Subproses (tertutup)',
  'Sub-process (expanded)': 'Subproses (terbuka)',
  'Event sub-process': 'Subproses kejadian',
  'Sequence flow': 'Alur',
  'Default flow': 'Alur bawaan',
  'Conditional flow': 'Alur bersyarat',
  'Data object reference': 'Dokumen data',
  'Data store reference': 'Penyimpanan data',
  'Empty pool/participant': 'Kolam kosong',
  'Expanded pool/participant': 'Kolam terbuka',
  'Append receive task': 'Sambung penerimaan pesan',
  'Append message intermediate catch event': 'Sambung: menunggu pesan',
  'Append timer intermediate catch event': 'Sambung: menunggu waktu',
  'Append conditional intermediate catch event': 'Sambung: menunggu syarat',
  'Append signal intermediate catch event': 'Sambung: menunggu sinyal',
  'Append compensation activity': 'Sambung langkah pembatalan',
  'Connect using data input association': 'Hubungkan sebagai masukan data',
  'Add lane above': 'Tambah lajur di atas',
  'Add lane below': 'Tambah lajur di bawah',
  'Divide into two lanes': 'Bagi menjadi dua lajur',
  'Divide into three lanes': 'Bagi menjadi tiga lajur',
  'Parallel multi-instance': 'Berulang serentak',
  'Sequential multi-instance': 'Berulang satu per satu',
  'Loop': 'Ulangi',
  'Collection': 'Kumpulan',
  'Participant multiplicity': 'Lebih dari satu pelaku',
  'Toggle non-interrupting': 'Menghentikan langkah atau tidak',
  'Open minimap': 'Buka peta kecil',
  'Close minimap': 'Tutup peta kecil',
  'Search in diagram': 'Cari dalam diagram',
  'No matching entries': 'Tidak ada yang cocok',
  'Templates': 'Templat',
  'Search': 'Cari',
  'Tasks': 'Langkah', 'Events': 'Kejadian', 'Gateways': 'Percabangan', 'Sub-processes': 'Subproses', 'Data': 'Data', 'Participants': 'Pelaku',
};

const KINDS: Record<string, string> = { Message: 'pesan', Timer: 'waktu', Signal: 'sinyal', Conditional: 'syarat', Error: 'kesalahan', Escalation: 'eskalasi' };
const PLACES: Record<string, string> = { 'start': 'Awal', 'end': 'Akhir', 'intermediate catch': 'Menunggu', 'intermediate throw': 'Mengirim', 'boundary': 'Di tepi langkah' };
const EVENT = /^(Message|Timer|Signal|Conditional|Error|Escalation) (start|end|intermediate catch|intermediate throw|boundary) event( \(non-interrupting\))?$/;

/** “Timer boundary event (non-interrupting)”, whose parts are always the same. */
function event(text: string): string | undefined {
  const [, kind = '', place = '', goesOn] = EVENT.exec(text) ?? [];
  return kind ? `${PLACES[place]}: ${KINDS[kind]}${goesOn ? ' (tidak menghentikan)' : ''}` : undefined;
}

function translate(text: string, gaps: Record<string, string> = {}): string {
  return filled(INDONESIAN[text] ?? event(text) ?? text, gaps);
}

const filled = (text: string, gaps: Record<string, string>): string => text.replace(/{([^}]+)}/g, (_, name: string) => gaps[name] ?? `{${name}}`);

/** The modeler's English where an office says it otherwise. */
const ENGLISH: Record<string, string> = {
  'User task': 'Person’s task',
  'Service task': 'Automatic step',
  'Send task': 'Automatic sending',
  'Call activity': 'Call of another diagram',
  'Exclusive gateway': 'Branching (one way)',
  'Parallel gateway': 'Branching (all ways)',
  'Inclusive gateway': 'Branching (some ways)',
  'Event-based gateway': 'Branching (whatever comes first)',
  'Terminate end event': 'End of everything',
  'Sub-process (collapsed)': 'Group of steps (closed)',
  'Sub-process (expanded)': 'Group of steps (open)',
  'Sub-processes': 'Groups of steps',
  'Event sub-process': 'Group that an event begins',
  'Parallel multi-instance': 'Repeated, all at once',
  'Sequential multi-instance': 'Repeated, one by one',
  'Create user task': 'Add a person’s task',
  'Create service task': 'Add an automatic step',
  'Append user task': 'Add a person’s task behind it',
  'Append service task': 'Add an automatic step behind it',
  'Create expanded sub-process': 'Add a group of steps',
  'Create gateway': 'Add a branching',
  'Append gateway': 'Add a branching behind it',
};

const english = (text: string, gaps: Record<string, string> = {}): string => filled(ENGLISH[text] ?? text, gaps);

export const translateModule = (lang: Language): object => ({ translate: ['value', lang === 'id' ? translate : english] });
