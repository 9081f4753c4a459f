import type { Text } from '../../../sdk/index.js';

const ELSEWHERE: Text = { id: 'Isinya diambil dari server atau formulir lain. Buat isiannya di sini.', en: 'It takes what it holds from another server or form. Make the fields here.' };
const BY_MOUSE: Text = { id: 'Tidak dapat diisi tanpa tetikus atau dengan pembaca layar. Untuk tanda tangan, pakai surat.', en: 'It cannot be filled in without a mouse or with a screen reader. For signatures, use a letter.' };

/** Why a type of Form.io is not taken. */
const TYPES: Readonly<Record<string, Text>> = {
  resource: ELSEWHERE, form: ELSEWHERE, dataSource: ELSEWHERE, address: ELSEWHERE, reviewpage: ELSEWHERE, signature: BY_MOUSE, sketchpad: BY_MOUSE,
  survey: { id: 'Tabel pertanyaan tidak dapat dibaca pembaca layar. Pakai satu “Pilih satu” untuk tiap pertanyaan.', en: 'Screen readers cannot read a table of questions. Use one “Radio” for each question.' },
  password: { id: 'Kata sandi tidak boleh disimpan dalam isian formulir.', en: 'Passwords may not be stored in what a form holds.' },
  hidden: { id: 'Isinya tidak dilihat oleh orang yang mengisi. Pakai “Teks pendek” yang tersembunyi bila aplikasi mengisinya.', en: 'Whoever fills in the form does not see what it holds. Use a hidden “Text Field” where the application fills it.' },
  recaptcha: { id: 'Tidak diperlukan: hanya orang yang masuk dapat mengisi formulir.', en: 'Not needed: only people who are signed in fill in forms.' },
};

export const Reason = {
  type: (type: string): Text => (Object.hasOwn(TYPES, type) ? TYPES[type] : undefined) ?? { id: `Jenis “${type}” tidak ada di sini. Pilih jenis lain dari daftar di samping formulir.`, en: `There is no type “${type}” here. Choose another from the list beside the form.` },
  noComponent: (): Text => ({ id: 'Bagian ini bukan isian Form.io.', en: 'This part is not a component of Form.io.' }),
  tooDeep: (): Text => ({ id: 'Terlalu dalam di dalam kelompok lain.', en: 'It stands too deep inside other groups.' }),
  within: (label: string): Text => ({ id: `Berada di dalam “${label}”, yang tidak diambil.`, en: `It stands inside “${label}”, which was not taken.` }),
  submit: (): Text => ({ id: 'Tidak diperlukan: tombol untuk mengirim sudah ada pada setiap tugas.', en: 'Not needed: every task has its button to send.' }),
  button: (): Text => ({ id: 'Tombol dengan tindakan sendiri tidak diperbolehkan.', en: 'Buttons that do something of their own are not permitted.' }),
  choicesElsewhere: (): Text => ({ id: 'Pilihannya diambil dari tempat lain atau dengan kode. Tulis pilihannya di sini.', en: 'Its choices come from elsewhere or from code. Write the choices here.' }),
  noChoices: (): Text => ({ id: 'Tidak ada pilihan yang dapat diambil. Tulis pilihannya di sini.', en: 'There is no choice that could be taken. Write the choices here.' }),
  sameChoice: (value: string): Text => ({ id: `Nilai pilihan “${value}” dipakai dua kali.`, en: `The choice value “${value}” is used twice.` }),
  markup: (): Text => ({ id: 'Teksnya memuat gambar, skrip, atau tautan ke luar. Tulis teksnya di sini.', en: 'Its text contains pictures, scripts or links to elsewhere. Write the text here.' }),
} as const;

const CONDITION: Text = { id: 'Syarat tampil yang ditulis sebagai kode tidak ikut: bagian ini selalu tampil. Pilih syaratnya pada “Syarat tampil”.', en: 'The condition written as code was left out: this part is always shown. Pick its condition under “Conditional”.' };
const CHECK: Text = { id: 'Pemeriksaan yang ditulis sebagai kode tidak ikut. Pilih pemeriksaannya pada “Pemeriksaan”.', en: 'The check written as code was left out. Pick its checks under “Validation”.' };

/** Settings of which a person should know more than that they are gone. */
const SETTINGS: Readonly<Record<string, Text>> = {
  calculateValue: { id: 'Nilai yang dihitung dengan kode tidak ikut: isian ini diisi oleh orang.', en: 'The value computed by code was left out: a person fills in this field.' },
  customDefaultValue: { id: 'Nilai awal yang ditulis sebagai kode tidak ikut. Tulis nilai awalnya bila perlu.', en: 'The default value written as code was left out. Write one where needed.' },
  customConditional: CONDITION, 'conditional.json': CONDITION, 'validate.custom': CHECK, 'validate.json': CHECK, 'validate.customPrivate': CHECK,
  logic: { id: 'Aturan “Logika” tidak ikut: isian ini tidak berubah oleh isian lain.', en: 'The rules under “Logic” were left out: this field is not changed by others.' },
  label: { id: 'Judulnya memuat kode dan diganti dengan nama datanya. Tulis judulnya.', en: 'Its label contained code and was replaced by its property name. Write a label.' },
  'validate.pattern': { id: 'Pola pemeriksaannya dapat menghentikan server dan tidak ikut.', en: 'Its pattern could hold up the server and was left out.' },
};

export const Change = {
  settings: (names: readonly string[]): Text[] => {
    const known = [...new Set(names.flatMap((name) => SETTINGS[name] ?? []))];
    const rest = names.filter((name) => !SETTINGS[name]);
    return rest.length === 0 ? known : [...known, { id: `Pengaturan ini tidak berlaku di sini dan tidak ikut: ${rest.join(', ')}.`, en: `These settings do not apply here and were left out: ${rest.join(', ')}.` }];
  },
  type: (from: string, to: string): Text => ({ id: `Jenis “${from}” menjadi “${to}”.`, en: `The type “${from}” became “${to}”.` }),
  lifted: (): Text => ({ id: 'Kelompok ini tidak ikut; isian di dalamnya diambil dan berdiri sendiri.', en: 'This group was left out; the fields in it were taken and stand on their own.' }),
  key: (from: string): Text => ({ id: `Nama data “${from}” tidak sah atau dipakai dua kali, dan diganti.`, en: `The property name “${from}” is not valid or used twice, and was changed.` }),
  noKey: (): Text => ({ id: 'Tidak mempunyai nama data, dan diberi satu.', en: 'It had no property name, and was given one.' }),
  choicesAsText: (): Text => ({ id: 'Nilai pilihannya disimpan sebagai teks, juga bila berupa angka.', en: 'The values of its choices are kept as text, figures too.' }),
  emptyChoices: (): Text => ({ id: 'Pilihan tanpa nilai tidak ikut.', en: 'Choices without a value were left out.' }),
  conditionLost: (): Text => ({ id: 'Syarat tampilnya menunjuk isian yang tidak diambil: bagian ini selalu tampil.', en: 'Its condition names a field that was not taken: this part is always shown.' }),
  title: (title: string): Text => ({ id: `Judul dalam berkas, “${title}”, tidak dipakai: judul konsep tetap.`, en: `The title in the file, “${title}”, is not used: the draft keeps its own.` }),
  frame: (names: readonly string[]): Text => ({ id: `Pengaturan formulir yang tidak berlaku di sini: ${names.join(', ')}.`, en: `Settings of the form that do not apply here: ${names.join(', ')}.` }),
  translations: (): Text => ({ id: 'Terjemahan dalam berkas memuat kode dan tidak ikut.', en: 'Translations in the file contained code and were left out.' }),
} as const;
