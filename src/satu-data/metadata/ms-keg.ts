import type { FieldProblem, Text } from 'tertib';
import { z } from 'zod';
import { optionalText } from '../shared/form-values.js';
import { flagsOfSum, sumOfFlags } from './flags.js';

/** Answers of which several may hold, by their code. ◇ The codes are as we remember the sheet of BPS; the office compares them with its own copy. */
export const KEG_FLAGS = {
  saranaPengumpulan: {
    1: { id: 'Wawancara dengan kertas (PAPI)', en: 'Interview on paper (PAPI)' }, 2: { id: 'Wawancara dengan komputer (CAPI)', en: 'Interview by computer (CAPI)' },
    4: { id: 'Wawancara lewat telepon (CATI)', en: 'Interview by telephone (CATI)' }, 8: { id: 'Pengisian sendiri lewat web (CAWI)', en: 'Filled in on the web (CAWI)' },
    16: { id: 'Surat', en: 'Mail' }, 32: { id: 'Lainnya', en: 'Other' },
  },
  unitPengumpulan: { 1: { id: 'Individu', en: 'Person' }, 2: { id: 'Rumah tangga', en: 'Household' }, 4: { id: 'Usaha atau perusahaan', en: 'Business' }, 8: { id: 'Lainnya', en: 'Other' } },
} as const satisfies Record<string, Record<number, Text>>;

type FlagField = keyof typeof KEG_FLAGS;
const FIELDS = Object.keys(KEG_FLAGS) as FlagField[];
const knownOf = (field: FlagField): number[] => Object.keys(KEG_FLAGS[field]).map(Number);
/** Ticked one by one, or the sum as it stands on a sheet; kept as the sum. */
const answers = z.union([z.array(z.number()), z.number()]).nullish().transform((given) => given ?? null);

/** What BPS's form MS-Keg asks of a statistical activity. Everything may be missing while it is being filled in. */
export const MsKeg = z.object({
  judul: optionalText, tahun: z.number().int().min(1900).max(2200).nullish().transform((year) => year ?? null), caraPengumpulan: z.enum(['sensus', 'survei', 'kompromin', 'lainnya']).nullish().transform((one) => one ?? null),
  sektor: optionalText, penyelenggara: optionalText, alamat: optionalText, penanggungJawab: optionalText, latarBelakang: optionalText, tujuan: optionalText,
  /** Asked of a survey alone. */
  rancanganSampel: optionalText, saranaPengumpulan: answers, unitPengumpulan: answers, jumlahResponden: optionalText, pengolahan: optionalText, jadwalRilis: optionalText,
});
type MsKeg = z.output<typeof MsKeg>;

export function kegProblems(keg: MsKeg): FieldProblem[] {
  const message = { id: 'Jawaban ini memuat kode yang tidak ada pada daftar. Centang jawabannya kembali.', en: 'This answer holds a code that is not on the list. Tick the answers again.' };
  return FIELDS.filter((field) => ticked(keg, field) === null).map((path) => ({ path, message }));
}

/** As it is kept: each set of answers as one sum. */
export const kegOf = (keg: MsKeg): MsKeg => ({ ...keg, ...Object.fromEntries(FIELDS.map((field) => [field, keg[field] === null ? null : sumOfFlags(ticked(keg, field) ?? [], knownOf(field))])) });

function ticked(keg: MsKeg, field: FlagField): number[] | null {
  const given = keg[field] ?? 0;
  const known = knownOf(field);
  if (typeof given === 'number') return flagsOfSum(given, known);
  return given.every((code) => known.includes(code)) ? given : null;
}
