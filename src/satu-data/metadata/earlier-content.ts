type Content = Readonly<Record<string, unknown>>;

const WAYS: Readonly<Record<string, string>> = { sensus: '1', survei: '2', kompromin: '3', lainnya: '4' };
/** Sentences of the activity whose places on the sheet take something else. They are not thrown away: they stand in the notes. */
const SENTENCES: Readonly<Record<string, string>> = { sektor: 'Sektor', rancanganSampel: 'Rancangan sampel', jumlahResponden: 'Jumlah responden', pengolahan: 'Pengolahan', jadwalRilis: 'Jadwal rilis' };
/** Answers that were a sentence on MS-Ind and are codes now. */
const LEVEL = 'levelEstimasi';

/** Content as it was kept before the sheets had forms, as the sheets have it. */
export function inSheets(kind: string, content: Content): Record<string, unknown> {
  const { aturan, ...rest } = content;
  const filled = Object.fromEntries(Object.entries({ ...rest, ...(typeof aturan === 'object' ? aturan : {}) }).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)));
  if (kind === 'variable') return { ...filled, ...(Array.isArray(filled['klasifikasiIsian']) && { klasifikasiIsian: (filled['klasifikasiIsian'] as Content[]).map(({ kode, nama }) => ({ kode, ...(nama ? { arti: nama } : {}) })) }) };
  if (kind === 'indicator') return withBuilders(filled);
  const notes = Object.entries(SENTENCES).filter(([key]) => typeof filled[key] === 'string').map(([key, label]) => `${label}: ${String(filled[key])}`);
  const kept = Object.fromEntries(Object.entries(filled).filter(([key]) => !(key in SENTENCES)));
  const way = WAYS[String(kept['caraPengumpulan'])];
  return { ...kept, ...(way && { caraPengumpulan: way }), ...(notes.length > 0 && { catatan: notes.join('\n') }) };
}

function withBuilders({ indikatorPembangun, variabelPembangun, [LEVEL]: level, ...rest }: Content): Record<string, unknown> {
  const named = (rows: unknown, key: string) => (Array.isArray(rows) ? (rows as Content[]).map(({ nama }) => ({ [key]: nama })) : undefined);
  const note = typeof level === 'string' ? { interpretasi: [rest['interpretasi'], `Level estimasi: ${level}`].filter(Boolean).join('\n') } : {};
  return { ...rest, ...note, ...(indikatorPembangun ? { indikatorPembangun: named(indikatorPembangun, 'namaIndikator') } : {}), ...(variabelPembangun ? { variabelPembangun: named(variabelPembangun, 'namaVariabel') } : {}) };
}
