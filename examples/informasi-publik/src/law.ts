/** What UU 14/2008 (Keterbukaan Informasi Publik) says in numbers: working days of the office, all of them. */
export const DAYS = {
  /** Article 22(7): from the request to the written answer. */
  answer: 10,
  /** Article 22(8): once more, with the reason in writing. */
  extension: 7,
  /** Article 36(1): to object, from when there is ground for it. */
  objection: 30,
  /** Article 36(2): for the superior's answer. */
  response: 30,
  /** The office's own choice: how long before the deadline it is reminded. */
  reminder: 2,
} as const;

/** Article 17: what is excluded, as letters name it. */
export const EXCLUDED: Readonly<Record<string, string>> = {
  a: 'dapat menghambat penegakan hukum',
  b: 'dapat mengganggu perlindungan kekayaan intelektual dan persaingan usaha yang sehat',
  c: 'dapat membahayakan pertahanan dan keamanan negara',
  d: 'dapat mengungkapkan kekayaan alam Indonesia',
  e: 'dapat merugikan ketahanan ekonomi nasional',
  f: 'dapat merugikan hubungan luar negeri',
  g: 'dapat mengungkapkan isi akta otentik yang bersifat pribadi atau wasiat',
  h: 'dapat mengungkap rahasia pribadi',
  i: 'berupa surat dinas yang menurut sifatnya dirahasiakan',
  j: 'tidak boleh diungkapkan berdasarkan undang-undang',
};

/** Article 35: why somebody may object. */
export const OBJECTIONS: Readonly<Record<string, string>> = {
  a: 'penolakan dengan alasan pengecualian',
  b: 'tidak disediakannya informasi berkala',
  c: 'tidak ditanggapinya permintaan informasi',
  d: 'tanggapan tidak sebagaimana yang diminta',
  e: 'tidak dipenuhinya permintaan informasi',
  f: 'biaya yang tidak wajar',
  g: 'penyampaian yang melebihi waktu',
};
