/** Where reader and writer of the Excel template meet. */
export const DATA_SHEET = 'Data';
export const NOTES_SHEET = 'Petunjuk';
export const LISTS_SHEET = 'Daftar kode';
export const MARK_SHEET = '_tertib';
export const MARK_CELL = 'A1';
