/** Fields of the form `kelayakan`, as a reviewer fills them in who finds nothing wrong. */
const DIMENSIONS = ['Relevansi', 'Akurasi', 'Aktualitas', 'Aksesibilitas', 'Keterbandingan', 'Konsistensi'];
const ITEMS = ['Konsep', 'Klasifikasi', 'Metode', 'Kerahasiaan', 'Temuan', 'Uraian'];

export const RATED: Readonly<Record<string, string>> = Object.fromEntries(DIMENSIONS.map((part) => [`mutu${part}`, 'baik']));
export const CHECKED: Readonly<Record<string, string>> = Object.fromEntries(ITEMS.map((part) => [`periksa${part}`, 'ya']));
/** Another decision, with its reason; the checklist is asked only of what is fit. */
export const unfit = (hasilKelayakan: 'perlu_perbaikan' | 'tidak_layak', catatan: string) => ({ ...RATED, hasilKelayakan, catatan, caraJawaban: 'langsung' as const });
/** Everything good, and fit to be published. */
export const FIT: Readonly<Record<string, string>> & { readonly hasilKelayakan: 'layak'; readonly caraJawaban: 'langsung' } = { ...RATED, ...CHECKED, hasilKelayakan: 'layak', caraJawaban: 'langsung' };
/** Fields of the form `pemeriksaan-permintaan`: BPS has looked through a request, here in the application, and found nothing wrong. */
export const EXAMINED = { periksaKonsep: 'ya', periksaKode: 'ya', periksaMetadata: 'ya', periksaTumpangTindih: 'ya', periksaJadwal: 'ya', caraJawaban: 'langsung' } as const;
