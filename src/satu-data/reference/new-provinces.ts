/**
 * Provinces that were made by law after the ministry's list that this application can look back to: none of their codes, and of those below them, is older than the law.
 * The codes that they replaced end later (`regions-ended.csv`), on the day before the next list was signed; meanwhile either is taken.
 */
export const NEW_PROVINCES: Readonly<Record<string, { readonly from: string; readonly law: string }>> = {
  '93': { from: '2022-07-25', law: 'UU 14/2022 (Papua Selatan)' },
  '94': { from: '2022-07-25', law: 'UU 15/2022 (Papua Tengah)' },
  '95': { from: '2022-07-25', law: 'UU 16/2022 (Papua Pegunungan)' },
  '96': { from: '2022-12-08', law: 'UU 29/2022 (Papua Barat Daya)' },
};
