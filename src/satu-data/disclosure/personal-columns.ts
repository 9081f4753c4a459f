import type { Language, Text } from 'tertib';
import type { DatasetAnalysis } from '../analysis/opened.js';
import { hasCodes } from '../code-lists/column-codes.js';
import { isNumeric, type Variable } from '../datasets/dataset.types.js';
import { personalCounts, type PersonalCounts, type PersonalValue } from './personal-values.js';

/** A column that seems to hold personal data (UU 27/2022), and why. */
export interface PersonalColumn {
  readonly name: string;
  readonly title: string;
  readonly why: Text;
  /** Its cells are such, not its name alone. */
  readonly inCells: boolean;
}

type Kind = 'person' | 'identity' | 'phone' | 'email' | 'address' | 'birth';

/** Whose names are names of persons; of anything else (a region, a market, a commodity) a name is public. */
const PERSONS = [
  'lengkap', 'panggilan', 'orang', 'penduduk', 'warga', 'ibu(?!_?kota)', 'ayah', 'bapak', 'anak(?!_(?:sungai|perusahaan|usaha))', 'suami', 'istri', 'wali', 'keluarga', 'kk', 'bayi', 'balita', 'lansia',
  'pasien', 'siswa', 'murid', 'mahasiswa', 'santri', 'guru', 'dosen', 'dokter', 'bidan', 'perawat', 'kader', 'pegawai', 'karyawan', 'pekerja', 'petugas', 'pejabat', 'kepala', 'ketua', 'pimpinan', 'direktur', 'pengurus', 'anggota', 'peserta',
  'responden', 'pemohon', 'pelapor', 'korban', 'tersangka', 'penerima', 'pemilik', 'penghuni', 'penyewa', 'pelanggan', 'pelaku', 'petani', 'nelayan', 'peternak', 'pedagang', 'pengrajin', 'penanggung_?jawab', 'pendamping', 'penyuluh', 'wajib_pajak',
].join('|');
/** What an office, a school or a shop has of its own is no person's. */
const OF_OFFICES = '(?!_(?:puskesmas|sekolah|pasar|kantor|instansi|opd|perusahaan|rumah_sakit|lokasi|web|website|situs))';
const PHONE = 'telepon|telpon|telp|tlp|hp|handphone|ponsel|wa|whatsapp';

const word = (words: string): RegExp => new RegExp(`(?:^|_)(?:${words})(?:_|$)`);
const NAMED: readonly (readonly [Kind, RegExp])[] = [
  ['identity', word('nik|no_?kk|nip|nisn?|nuptk|npwp|(?:e_?)?ktp|paspor|(?:no|nomor)_(?:kk|identitas|kartu_keluarga|sim|bpjs|rekening|rekam_medis)|nomor_induk_(?:kependudukan|siswa|pegawai)')],
  ['phone', word(`no_?(?:hp|wa|telp)|(?:${PHONE})${OF_OFFICES}`)],
  ['email', word(`(?:email|e_mail|surel)${OF_OFFICES}`)],
  ['birth', word('(?:tanggal|tgl|tempat)_?(?:tanggal_)?lahir|ttl')],
  ['address', word(`alamat${OF_OFFICES}`)],
  ['person', word(`nama_(?:${PERSONS})`)],
];
/** A column of numbers counts or measures; only what is called as the number of a person is called holds such. */
const NUMBERED = new RegExp(`^(?:nik|nip|nisn|nuptk|npwp|(?:no|nomor)_?(?:nik|kk|ktp|identitas|paspor|rekening|bpjs|${PHONE}))$`);
const COUNTED = /^(?:jumlah|jml|banyak|banyaknya|total|rata|persen|persentase|rasio|cakupan|proporsi)_/;

const NAMED_WORDS: Readonly<Record<Kind, Text>> = {
  person: { id: 'nama orang', en: 'names of persons' }, identity: { id: 'nomor identitas', en: 'identity numbers' }, phone: { id: 'nomor telepon', en: 'telephone numbers' },
  email: { id: 'alamat surel', en: 'e-mail addresses' }, address: { id: 'alamat', en: 'addresses' }, birth: { id: 'tempat atau tanggal lahir', en: 'place or date of birth' },
};
const cells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`);
const VALUE_WORDS: Readonly<Record<PersonalValue, (count: number) => Text>> = {
  nik: (count) => ({ id: `${count} sel berisi NIK atau nomor KK`, en: `${cells(count)} with an identity or family card number` }),
  phone: (count) => ({ id: `${count} sel berisi nomor telepon`, en: `${cells(count)} with a telephone number` }),
  email: (count) => ({ id: `${count} sel berisi alamat surel`, en: `${cells(count)} with an e-mail address` }),
};

/** Of these columns: those that are called so that they must be about persons, and those whose cells are. */
export function personalColumns(variables: readonly Variable[], counts: PersonalCounts): PersonalColumn[] {
  return variables.flatMap((one) => {
    const kind = kindOf(one);
    const found = Object.entries(counts[one.name] ?? {}) as [PersonalValue, number][];
    const why = [...(kind ? [NAMED_WORDS[kind]] : []), ...found.map(([value, count]) => VALUE_WORDS[value](count))];
    return why.length > 0 ? [{ name: one.name, title: one.title, why: { id: why.map(({ id }) => id).join(', '), en: why.map(({ en }) => en).join(', ') }, inCells: found.length > 0 }] : [];
  });
}

/** Of a data set. Of a large table all rows were looked at when it was read; of one that was read before they were, the first ones are. */
export const personalIn = ({ dataset: { variables }, rows, large }: DatasetAnalysis): PersonalColumn[] => personalColumns(variables, large?.personal ?? personalCounts(variables, large?.rows ?? rows));

/** As forms list them, with the mark by which they ask about them. */
export const personalInForm = (found: readonly PersonalColumn[], language: Language) => ({ adaDugaan: found.length > 0 ? 'ya' : '', kolomDiduga: found.map(({ title, why }) => ({ kolom: title, sebab: why[language] })) });

/** By name and title. Whose cells are codes of a list tells of no person. */
function kindOf(variable: Variable): Kind | undefined {
  if (hasCodes(variable)) return undefined;
  const called = [variable.name, variable.title].map((text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, ''));
  if (isNumeric(variable.type)) return called.some((text) => NUMBERED.test(text)) ? (called.some((text) => word(PHONE).test(text)) ? 'phone' : 'identity') : undefined;
  // A bare “nama” is whose name the other of the two says.
  if (called.every((text) => text === 'nama' || text === '')) return 'person';
  return NAMED.find(([, pattern]) => called.some((text) => !COUNTED.test(text) && pattern.test(text)))?.[0];
}
