import { z } from 'zod';
import { optionalText } from '../shared/form-values.js';
import { keptBound } from './bounds.js';
import type { DatasetEntity } from './dataset.entity.js';
import { ddpCodeOf } from './ddp-code.js';
import { ADDITIVITY, ADDITIVITY_WORDS, additivityWord } from './additivity-words.js';
import { BuiltInRow, builtInOf, builtInRow } from './built-in-rules.js';
import { expectedPeriods } from './expected-periods.js';
import { measuresOf } from './measures.js';
import { OwnRuleRow, ownRuleRow, ownRulesOf } from './own-rules.js';
import { linesOf, listedCodes } from './listed-codes.js';
import { keptNumber, writtenNumber } from './written-numbers.js';
import type { GridRule, Indicator, Protection, Rule, SumRule, Variable } from './dataset.types.js';

const flag = z.boolean().nullish().transform((value) => value ?? false);
const VariableRow = z.object({
  kolom: z.string(), judulKolom: z.string(), tipe: z.enum(['integer', 'number', 'string', 'date', 'region']), satuanKolom: optionalText, min: optionalText, maks: optionalText, wajib: flag, kunci: flag,
  daftar: optionalText, daftarKode: optionalText, pola: optionalText, perlindungan: z.enum(['tidak', 'hitungan', 'besaran']).nullish(), kolomPenyumbang: optionalText, kolomDuaTerbesar: optionalText,
  dapatDijumlahkan: z.enum([...ADDITIVITY_WORDS, '']).nullish(),
});
const IndicatorRow = z.object({
  indikator: optionalText, judulIndikator: optionalText, satuanIndikator: optionalText, rumus: optionalText, pembilang: optionalText, penyebut: optionalText, faktor: optionalText, desimal: z.number().int().nullish(), kodeMetadata: optionalText,
});

/** A row of the form `daftar-data`. */
export const DataListRow = z.object({
  datasetId: optionalText, nama: z.string(), produsen: z.string(), definisi: z.string(), satuan: z.string(),
  jenis: z.enum(['statistik', 'geospasial', 'keuangan']), bentuk: z.enum(['indikator', 'variabel']), kelasRisiko: z.enum(['terbuka', 'terbatas', 'tertutup']), tandaDesimal: z.enum(['koma', 'titik']),
  variabel: z.array(VariableRow), aturanJumlah: optionalText, kolomWilayah: optionalText, wilayahDiharapkan: optionalText, kolomPeriode: optionalText,
  indikatorTurunan: z.array(IndicatorRow).nullish(), idDdd: optionalText, idDdp: optionalText, sumberRujukan: optionalText, kodeIndikator: optionalText, namaIndikator: optionalText,
  kodeStandar: optionalText, klasifikasi: optionalText, jadwal: optionalText, metode: optionalText, periodeData: optionalText, penanggungJawab: optionalText, aturanSendiri: z.array(OwnRuleRow).nullish(), aturanBawaan: z.array(BuiltInRow).nullish(),
});
export type DataListRow = z.output<typeof DataListRow>;

/** What a list row says of a data set; producer, period and state are not its to say. */
export type DatasetDescription = Pick<
  DatasetEntity,
  | 'ddpCode' | 'title' | 'referenceSource' | 'indicatorCode' | 'indicatorName' | 'kind' | 'subject' | 'standardCode' | 'riskClass' | 'definition' | 'unit' | 'classification'
  | 'schedule' | 'method' | 'dataPeriod' | 'contact' | 'decimalMark' | 'variables' | 'rules' | 'indicators'
>;

/** The columns of a table, as its list row describes them. */
export const variablesOf = (rows: DataListRow['variabel']): Variable[] =>
  rows.map((one): Variable => ({
    name: one.kolom, title: one.judulKolom.trim(), type: one.tipe, unit: one.satuanKolom, required: one.wajib, key: one.kunci, min: keptBound(one.min, one.tipe), max: keptBound(one.maks, one.tipe), pattern: one.pola, ...listedCodes(one.daftarKode), list: one.daftar,
    protection: protectionOf(one), ...(one.dapatDijumlahkan && { additivity: ADDITIVITY[one.dapatDijumlahkan] }),
  }));

/** From the form to the entity. */
export function descriptionOf(row: DataListRow): DatasetDescription {
  const variables = variablesOf(row.variabel);
  return {
    title: row.nama.trim(), definition: row.definisi, unit: row.satuan, kind: row.jenis, subject: row.bentuk, riskClass: row.kelasRisiko, decimalMark: row.tandaDesimal === 'koma' ? ',' : '.',
    ddpCode: ddpCodeOf(row.idDdp), referenceSource: row.sumberRujukan, indicatorCode: row.kodeIndikator, indicatorName: row.namaIndikator, standardCode: row.kodeStandar,
    classification: row.klasifikasi, schedule: row.jadwal, method: row.metode, dataPeriod: row.periodeData, contact: row.penanggungJawab,
    variables, rules: rulesOf(row, variables), indicators: indicatorsOf(row),
  };
}

/** And back, for the next round or the next period. */
export function rowOf(dataset: DatasetDescription & Pick<DatasetEntity, 'officeId' | 'code'> & { readonly id: string | null }): Record<string, unknown> {
  const grid = dataset.rules.find((rule) => rule.kind === 'grid');
  const sums = dataset.rules.filter((rule) => rule.kind === 'sum');
  // Where no regions are expected, only the checks against last year know the two columns.
  const places = grid ?? dataset.rules.find((rule) => rule.kind === 'outlier');
  return {
    datasetId: dataset.id ?? '', nama: dataset.title, produsen: dataset.officeId, definisi: dataset.definition, satuan: dataset.unit, jenis: dataset.kind, bentuk: dataset.subject,
    kelasRisiko: dataset.riskClass, tandaDesimal: dataset.decimalMark === ',' ? 'koma' : 'titik',
    variabel: dataset.variables.map((one) => ({
      kolom: one.name, judulKolom: one.title, tipe: one.type, satuanKolom: one.unit ?? '', min: writtenNumber(one.min), maks: writtenNumber(one.max), wajib: one.required, kunci: one.key,
      daftar: one.list ?? '', daftarKode: linesOf(one), pola: one.pattern ?? '',
      ...protectionFields(one.protection), dapatDijumlahkan: additivityWord(one.additivity),
    })),
    aturanJumlah: sums.map(({ total, parts }) => `${total} = ${parts.join(' + ')}`).join('\n'),
    aturanSendiri: dataset.rules.filter((rule) => rule.kind === 'compare').map(ownRuleRow),
    aturanBawaan: dataset.rules.filter((rule) => rule.kind === 'built-in').map(builtInRow),
    kolomWilayah: places?.region ?? '', wilayahDiharapkan: grid?.regions.join('\n') ?? '', kolomPeriode: places?.period ?? '',
    indikatorTurunan: dataset.indicators.map((one) => ({ indikator: one.name, judulIndikator: one.title, satuanIndikator: one.unit, rumus: one.formula ?? '', pembilang: one.numerator, penyebut: one.denominator, faktor: writtenNumber(one.factor), desimal: one.decimals, kodeMetadata: one.metadata ?? '' })),
    idDdd: dataset.code, idDdp: dataset.ddpCode, sumberRujukan: dataset.referenceSource ?? '', kodeIndikator: dataset.indicatorCode ?? '', namaIndikator: dataset.indicatorName ?? '',
    kodeStandar: dataset.standardCode ?? '', klasifikasi: dataset.classification ?? '', jadwal: dataset.schedule ?? '', metode: dataset.method ?? '', periodeData: dataset.dataPeriod ?? '',
    penanggungJawab: dataset.contact ?? '',
  };
}

/** What a table is checked for, as its list row says. */
export function rulesOf(row: Pick<DataListRow, 'aturanJumlah' | 'aturanSendiri' | 'aturanBawaan' | 'kolomWilayah' | 'kolomPeriode' | 'wilayahDiharapkan' | 'periodeData'>, variables: readonly Variable[]): Rule[] {
  const sums = sumRules(row.aturanJumlah);
  const inRow = [...sums, ...ownRulesOf(row.aturanSendiri), ...builtInOf(row.aturanBawaan)];
  const { kolomWilayah: region, kolomPeriode: period } = row;
  if (!region) return inRow;
  const regions = expectedRegions(row);
  const periods = period ? expectedPeriods(row.periodeData, variables.find(({ name }) => name === period)) : null;
  const grid: GridRule = { kind: 'grid', region, regions, period, periods };
  return [...inRow, ...(regions.length > 0 ? [grid] : []), ...(period ? measuresOf(variables).flatMap(({ name: column }) => (column === period ? [] : [{ kind: 'outlier', column, region, period } as const])) : [])];
}

/** Codes of the regions of which rows must be there. */
export const expectedRegions = ({ wilayahDiharapkan }: Pick<DataListRow, 'wilayahDiharapkan'>): string[] => (wilayahDiharapkan ?? '').split(/[\s,;]+/).filter(Boolean);

/** Lines as `jumlah = laki_laki + perempuan`; what is no such line is kept as it is, for {@link problemsOf} to name. */
function sumRules(text: string | null): SumRule[] {
  return (text ?? '').split(/\r?\n/).filter((line) => line.trim()).map((line) => {
    const [total = '', parts = ''] = line.split('=');
    return { kind: 'sum', total: total.trim(), parts: parts.split('+').map((part) => part.trim()) };
  });
}

/** A measure without its columns is kept as it is, for {@link problemsOf} to name. */
function protectionOf({ perlindungan, kolomPenyumbang, kolomDuaTerbesar }: z.output<typeof VariableRow>): Protection | null {
  if (perlindungan === 'hitungan') return {};
  return perlindungan === 'besaran' ? { contributors: kolomPenyumbang ?? '', largestTwo: kolomDuaTerbesar ?? '' } : null;
}

function protectionFields(protection: Protection | null | undefined) {
  const perlindungan = !protection ? 'tidak' : protection.contributors === undefined ? 'hitungan' : 'besaran';
  return { perlindungan, kolomPenyumbang: protection?.contributors ?? '', kolomDuaTerbesar: protection?.largestTwo ?? '' };
}

/** What is begun is kept as it is, for {@link problemsOf} to name what it lacks. */
function indicatorsOf({ indikatorTurunan }: DataListRow): Indicator[] {
  return (indikatorTurunan ?? []).flatMap((one) =>
    [one.indikator, one.judulIndikator, one.rumus, one.pembilang, one.penyebut].some(Boolean)
      ? [{
        name: one.indikator ?? '', title: one.judulIndikator ?? one.indikator ?? '', unit: one.satuanIndikator ?? '', formula: one.rumus, numerator: one.pembilang ?? '', denominator: one.penyebut ?? '',
        factor: keptNumber(one.faktor ?? '1'), decimals: one.desimal ?? 2, ...(one.kodeMetadata && { metadata: one.kodeMetadata }),
      }]
      : [],
  );
}
