/** Whole names, without what stands in brackets: `Jumlah penduduk` may be a category of its own. */
const TOTALS = /^(?:_t|(?:sub )?(?:jumlah|total)|jumlah (?:total|seluruhnya|keseluruhan|semua)|total (?:semua|seluruhnya|keseluruhan)|keseluruhan|seluruhnya|semua(?: .*)?|seluruh .*|grand total|all(?: .*)?|both sexes|overall|l ?(?:\+|&|dan) ?p|laki laki ?(?:\+|&|dan) ?perempuan|male ?(?:\+|&|and) ?female)$/;

const plain = (text: string): string => text.toLowerCase().replaceAll(/\([^()]*\)/g, ' ').replaceAll(/[-\s]+/g, ' ').trim();

/**
 * Whether a code of a column stands for all the others of it, by what it is or is called: `Jumlah`, `Laki-laki + perempuan`, `_T` (as SDMX writes it).
 *
 * @param title - what its list calls it; blank where no list does.
 */
export const isTotalCode = (code: string, title = ''): boolean => TOTALS.test(plain(code)) || TOTALS.test(plain(title));
