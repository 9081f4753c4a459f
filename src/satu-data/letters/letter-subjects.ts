const SUBJECTS: Readonly<Record<string, string>> = {
  'surat-tugas': 'Pengelolaan data statistik sektoral',
  'surat-permintaan-bps': 'Permintaan pemeriksaan daftar data statistik sektoral',
  'surat-permintaan-produsen': 'Permintaan data statistik sektoral',
  'surat-hasil-analisis': 'Penyampaian hasil analisis data statistik sektoral',
  'surat-rekomendasi': 'Rekomendasi kelayakan data statistik sektoral',
  'surat-jawaban-bps': 'Jawaban tertulis BPS',
  'lembar-validasi': 'Lembar validasi data',
  'tanda-terima': 'Tanda terima penyampaian data',
};

/** What a letter is about; of one that an administrator has added, its name in words. */
export const subjectOf = (template: string): string => SUBJECTS[template] ?? template.replaceAll('-', ' ');
