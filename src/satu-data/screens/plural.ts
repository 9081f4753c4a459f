/** English of a count, which may be written already: 1 row, 2 rows, 1,200 rows. */
export const plural = (count: number | string, one: string, more = `${one}s`): string => `${count} ${String(count) === '1' ? one : more}`;
