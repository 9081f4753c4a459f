import type { Text } from 'tertib';

/** What each step of the procedure did for a figure, as a reader understands it. */
export const STEP_TITLES = {
  '1': { id: 'Pengelolaan data statistik ditugaskan', en: 'The work on statistics was assigned' },
  '2': { id: 'Tugas diteruskan kepada seksi', en: 'The assignment was passed on to the section' },
  '3': { id: 'Staf ditugaskan menyusun daftar data', en: 'Staff were assigned to draw up the data list' },
  '4': { id: 'Daftar data dan metadata disusun', en: 'The data list and its metadata were drawn up' },
  '5': { id: 'Daftar data dikoreksi dan disetujui', en: 'The data list was corrected and approved' },
  '6': { id: 'BPS memeriksa permintaan data', en: 'The statistics office examined the request' },
  '7': { id: 'Data diminta kepada produsen', en: 'The data were asked of the producer' },
  '8': { id: 'Data disampaikan', en: 'The data were delivered' },
  '8v': { id: 'Data divalidasi pimpinan produsen', en: 'The producer’s leader validated the data' },
  '9': { id: 'Data diverifikasi', en: 'The data were verified' },
  '10': { id: 'Data dianalisis', en: 'The data were analysed' },
  '11': { id: 'Hasil analisis diperiksa', en: 'The analysis was examined' },
  '12': { id: 'Hasil analisis dikirim ke BPS', en: 'The analysis was sent to the statistics office' },
  '13': { id: 'BPS menilai kelayakan', en: 'The statistics office judged fitness' },
  '14': { id: 'Publikasi diperintahkan', en: 'Publication was ordered' },
  '15': { id: 'Data diperiksa dan dipublikasikan', en: 'The data were looked over and published' },
} as const satisfies Record<string, Text>;
export type StepKey = keyof typeof STEP_TITLES;
