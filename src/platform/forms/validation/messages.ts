import type { Text } from '../../../sdk/index.js';
import type { FormComponent } from '../form-definition.js';

type Template = (parameters: Readonly<Record<string, unknown>>) => Text;
const fixed = (id: string, en: string): Template => () => ({ id, en });

/** Sentences by key: those of @formio/core under its own names, then ours. */
const SENTENCES: Readonly<Record<string, Template>> = {
  required: fixed('wajib diisi.', 'is required.'),
  requiredDayField: fixed('wajib diisi dengan lengkap.', 'must be complete.'),
  requiredMonthField: fixed('wajib diisi dengan lengkap.', 'must be complete.'),
  requiredYearField: fixed('wajib diisi dengan lengkap.', 'must be complete.'),
  minLength: (p) => ({ id: `harus berisi sedikitnya ${p['length']} karakter.`, en: `must have at least ${p['length']} characters.` }),
  maxLength: (p) => ({ id: `tidak boleh lebih dari ${p['length']} karakter.`, en: `must have no more than ${p['length']} characters.` }),
  minWords: (p) => ({ id: `harus berisi sedikitnya ${p['length']} kata.`, en: `must have at least ${p['length']} words.` }),
  maxWords: (p) => ({ id: `tidak boleh lebih dari ${p['length']} kata.`, en: `must have no more than ${p['length']} words.` }),
  min: (p) => ({ id: `tidak boleh kurang dari ${p['min']}.`, en: `cannot be less than ${p['min']}.` }),
  max: (p) => ({ id: `tidak boleh lebih dari ${p['max']}.`, en: `cannot be greater than ${p['max']}.` }),
  minDate: (p) => ({ id: `tidak boleh sebelum ${p['minDate']}.`, en: `cannot be before ${p['minDate']}.` }),
  maxDate: (p) => ({ id: `tidak boleh sesudah ${p['maxDate']}.`, en: `cannot be after ${p['maxDate']}.` }),
  minYear: (p) => ({ id: `tidak boleh sebelum tahun ${p['minYear']}.`, en: `cannot be before the year ${p['minYear']}.` }),
  maxYear: (p) => ({ id: `tidak boleh sesudah tahun ${p['maxYear']}.`, en: `cannot be after the year ${p['maxYear']}.` }),
  minSelectedCount: (p) => ({ id: `harus dipilih sedikitnya ${p['minCount']}.`, en: `needs at least ${p['minCount']} choices.` }),
  maxSelectedCount: (p) => ({ id: `paling banyak ${p['maxCount']} pilihan.`, en: `takes at most ${p['maxCount']} choices.` }),
  pattern: fixed('tidak sesuai dengan pola yang diminta.', 'does not match the pattern asked for.'),
  invalid_regex: fixed('tidak sesuai dengan pola yang diminta.', 'does not match the pattern asked for.'),
  mask: fixed('tidak sesuai dengan pola yang diminta.', 'does not match the pattern asked for.'),
  invalid_email: fixed('bukan alamat surel yang benar.', 'is not a valid e-mail address.'),
  invalid_url: fixed('bukan alamat web yang benar.', 'is not a valid web address.'),
  time: fixed('bukan jam yang benar.', 'is not a valid time.'),
  date: fixed('bukan tanggal yang benar.', 'is not a valid date.'),
  invalid_date: fixed('bukan tanggal yang benar.', 'is not a valid date.'),
  invalidDate: fixed('bukan tanggal yang benar.', 'is not a valid date.'),
  invalid_day: fixed('bukan tanggal yang benar.', 'is not a valid date.'),
  invalidDay: fixed('bukan tanggal yang benar.', 'is not a valid date.'),
  number: fixed('harus berupa angka.', 'must be a number.'),
  integer: fixed('harus berupa bilangan bulat.', 'must be a whole number.'),
  step: (p) => ({ id: `harus kelipatan ${p['step']}.`, en: `must be a multiple of ${p['step']}.` }),
  text: fixed('harus berupa teks.', 'must be text.'),
  control: fixed('memuat karakter yang tidak diperbolehkan.', 'contains characters that are not permitted.'),
  boolean: fixed('harus dicentang atau tidak dicentang.', 'must be ticked or not ticked.'),
  option: fixed('harus salah satu dari pilihan yang tersedia.', 'must be one of the choices offered.'),
  list: fixed('harus berupa daftar.', 'must be a list.'),
  duplicate: fixed('memuat pilihan yang sama dua kali.', 'contains the same choice twice.'),
  record: fixed('bentuk isinya tidak sesuai.', 'does not have the right shape.'),
  minRows: (p) => ({ id: `harus berisi sedikitnya ${p['rows']} baris.`, en: `needs at least ${p['rows']} rows.` }),
  maxRows: (p) => ({ id: `paling banyak ${p['rows']} baris.`, en: `takes at most ${p['rows']} rows.` }),
  fixedRows: (p) => ({ id: `harus berisi tepat ${p['rows']} baris seperti yang disediakan.`, en: `must have exactly the ${p['rows']} rows that were given.` }),
  hidden: fixed('tidak sedang ditampilkan, jadi tidak dapat diisi.', 'is not shown and so cannot be filled.'),
  protected: fixed('tidak dapat diubah.', 'cannot be changed.'),
  unknown: fixed('tidak dikenal oleh formulir ini.', 'is not known to this form.'),
  file: fixed('memuat berkas yang tidak ada, bukan milik Anda, atau keterangannya berbeda.', 'names a file that does not exist, is not yours, or differs from its record.'),
  fileType: fixed('memuat jenis berkas yang tidak diterima.', 'contains a type of file that is not accepted.'),
  fileSize: (p) => ({ id: `memuat berkas yang lebih besar dari ${p['size']}.`, en: `contains a file larger than ${p['size']}.` }),
  maxFiles: (p) => ({ id: `paling banyak ${p['files']} berkas.`, en: `takes at most ${p['files']} files.` }),
  office: fixed('harus salah satu instansi yang dapat dipilih di sini. Pilih dari daftar.', 'must be one of the offices that can be chosen here. Choose from the list.'),
  person: fixed('harus salah satu orang yang dapat dipilih di sini; mungkin akunnya sudah ditutup atau perannya berubah. Pilih dari daftar.', 'must be one of the people who can be chosen here; perhaps the account was closed or the role has changed. Choose from the list.'),
  code: fixed('harus salah satu kode yang berlaku di sini pada hari ini. Pilih dari daftar.', 'must be one of the codes that are valid here today. Choose from the list.'),
  custom: fixed('belum memenuhi ketentuan.', 'does not meet the rule.'),
};

/** Translates a label or an administrator's own sentence. */
export type Translate = (text: string) => string;

/** The sentence for a field: its label, then what is wrong. The administrator's own message comes first. */
export function messageFor(key: string, component: FormComponent, translate: Translate, parameters: Readonly<Record<string, unknown>> = {}): Text {
  const own = (component['validate'] as { customMessage?: unknown } | undefined)?.customMessage;
  if (typeof own === 'string' && own !== '') return { id: own, en: translate(own) };
  const sentence = (SENTENCES[key] ?? (SENTENCES['custom'] as Template))(parameters);
  const label = component.label || component.key;
  return { id: `“${label}” ${sentence.id}`, en: `“${translate(label)}” ${sentence.en}` };
}
