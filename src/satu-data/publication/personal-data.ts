import type { MeasuredColumn } from '../analysis/analyse.js';

/** Names that columns of personal data go by (UU 27/2022): identity numbers, telephone, names of persons, addresses, e-mail. */
const PERSONAL = /(^|_)(nik|no_?kk|nip|npwp|telepon|telp|hp|no_hp|email|surel|alamat|nama_(lengkap|orang|ibu|ayah|penduduk|pasien|siswa|pegawai))(_|$)/i;

/** The columns that an open publication must not have. */
export const personalColumns = (columns: readonly MeasuredColumn[]): string[] => columns.filter(({ name }) => PERSONAL.test(name)).map(({ title }) => title);
