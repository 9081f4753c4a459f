import { lackingWords, triedWords } from './trial-words.js';

describe('what a trial of a rule says', () => {
  const words = (rows: number, judged: number, broken: number, ...lacking: string[]) => (['id', 'en'] as const).map((language) => triedWords({ judged, broken, lacking }, rows, language));

  it.each([
    ['every row was judged', words(1200, 1200, 3), 'Dilanggar oleh 3 dari 1.200 baris periode lalu.', 'Broken by 3 of 1,200 rows of the last period.'],
    ['some rows were judged', words(11, 10, 0), 'Dilanggar oleh 0 dari 10 baris periode lalu yang dapat dinilai; 1 baris lain kosong atau tidak berisi angka yang benar.', 'Broken by 0 of the 10 rows of the last period that could be judged; 1 row more without a sound number.'],
    ['no row was, for a column was empty', words(11, 0, 0), 'Tidak dapat dinilai: pada 11 baris periode lalu, kolomnya kosong atau tidak berisi angka yang benar.', 'It could not be judged: of 11 rows of the last period, none has a sound number in each of its columns.'],
    ['a column is new', words(11, 0, 0, 'Perempuan'), 'Tidak dapat dinilai: tabel periode lalu tidak memiliki kolom “Perempuan”.', 'It could not be judged: the table of the last period does not have the column “Perempuan”.'],
    ['the table was empty', words(0, 0, 0), 'Tidak dapat dinilai: tabel periode lalu tidak berisi baris.', 'It could not be judged: the table of the last period has no rows.'],
  ])('where %s', (_, said, id, en) => expect(said).toEqual([id, en]));

  it('names new columns to the built-in rules', () => {
    expect(lackingWords(['A', 'B'], 'id')).toBe('Kolom baru tidak dinilai: tabel periode lalu tidak memiliki kolom “A”, “B”.');
    expect(lackingWords(['A', 'B'], 'en')).toBe('New columns were not judged: the table of the last period does not have the columns “A”, “B”.');
  });
});
