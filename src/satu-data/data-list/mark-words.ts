/* The screens use these too, so that nothing is imported. */

/** Who asked for a correction. */
export const MARK_SOURCES = { Kasi: { id: 'Kasi', en: 'Section head' }, BPS: { id: 'BPS', en: 'BPS' } } as const;

/** How far it is; of a row that was taken out nothing is asked any more. */
export const MARK_STATES = { open: { id: 'belum dijawab', en: 'not answered' }, answered: { id: 'sudah diperbaiki', en: 'corrected' }, removed: { id: 'baris dikeluarkan', en: 'row taken out' } } as const;
