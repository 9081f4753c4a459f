/** What stands for nothing less than all, even where others are called a total; what is called only that; and what names what it is all of. Whole names: `Jumlah penduduk` may be a category of its own. */
const RANKS: readonly RegExp[] = [
  /^(?:grand total|jumlah (?:total|semua|seluruhnya|keseluruhan)|total (?:semua|seluruhnya|keseluruhan))$/,
  /^(?:_t|jumlah|total|jml|jlh|(?:jumlah|total) ?\/ ?(?:jumlah|total))$/,
  /^(?:keseluruhan|seluruhnya|semua|semuanya|all|overall)$/,
  /^(?:both sexes|l ?(?:\+|&|dan) ?p|laki laki ?(?:\+|&|dan) ?perempuan|male ?(?:\+|&|and) ?female)$/,
  // `All terrain` is a kind of vehicle, `Seluruh tubuh` a part of the body: only what tables are commonly divided by.
  /^(?:semua|seluruh) (?:umur|usia|kelompok|jenis|wilayah|daerah|kategori|golongan|kelas|tingkat|jenjang|sektor|lapangan|bidang|status|provinsi|kabupaten|kota|kecamatan|kelurahan|desa|indonesia|penduduk|pegawai|pendidikan|pekerjaan|agama|pangkat|jabatan|sumber|komoditas|bulan|triwulan)(?:[ /].*)?$/,
  /^all (?:\S+ )?(?:ages?|groups|sexes|genders|types|kinds|regions|areas|provinces|regencies|districts|villages|categories|classes|levels|sectors|fields|persons|people|religions|occupations|sources|commodities|months|quarters)(?: of .*)?$/,
];

/** What some of the others add up to, and nobody says which. */
const SUBTOTAL = /^sub ?(?:jumlah|total)(?: .*)?$/;

/** Without what stands in brackets. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/\([^()]*\)/g, ' ').replaceAll(/[-\s]+/g, ' ').trim();

/** Lower is more surely a total; null for none. */
function rankOf(code: string, title: string): number | null {
  const names = [plain(code), plain(title)];
  const rank = RANKS.findIndex((one) => names.some((name) => one.test(name)));
  return rank < 0 ? null : rank;
}

/**
 * Whether a code of a column stands for all the others of it, by what it is or is called: `Jumlah`, `Laki-laki + perempuan`, `_T` (as SDMX writes it).
 *
 * @param title - what its list calls it; blank where no list does.
 */
export const isTotalCode = (code: string, title = ''): boolean => rankOf(code, title) !== null;

/** Whether it stands for some of the others only: `Sub Jumlah`. It is no part of their total, which they make up themselves. */
export const isSubtotalCode = (code: string, title = ''): boolean => SUBTOTAL.test(plain(code)) || SUBTOTAL.test(plain(title));

/** The one of a column's codes that stands for all the others, in whatever order they come; where several might, the one whose name says it most plainly. */
export function totalAmong(codes: Iterable<string>, titleOf: (code: string) => string | undefined): string | undefined {
  const found = [...codes].flatMap((code) => { const rank = rankOf(code, titleOf(code) ?? ''); return rank === null ? [] : [{ code, rank }]; });
  return found.toSorted((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1))[0]?.code;
}
