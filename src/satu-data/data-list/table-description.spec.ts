import { DataListRow, descriptionOf, rowOf } from '../datasets/data-list.js';
import { BLANK } from './list-fields.js';
import { descriptionProblems, tableOf } from './table-description.js';

const column = (more: object = {}) => ({ kolom: 'jumlah', judulKolom: 'Jumlah', tipe: 'number', ...more });
const indicator = (faktor: string) => ({ indikator: 'rasio', judulIndikator: 'Rasio', satuanIndikator: '', rumus: '', pembilang: 'jumlah', penyebut: 'jumlah', faktor, desimal: 2 });
const own = (kanan: string, toleransi = '') => ({ kiri: 'jumlah', pembanding: '≤', kanan, toleransi, tingkat: 'kesalahan' });
const builtIn = (toleransi: string) => ({ aturan: 'sum', tingkat: 'kesalahan', toleransi });
const table = (more: object) => tableOf({ ...BLANK, tandaDesimal: 'koma', variabel: [column()], ...more });
const refused = (more: object) => descriptionProblems(table(more), 'daftar.0');
const described = (more: object) => descriptionOf(DataListRow.parse({ nama: '', produsen: '', definisi: '', satuan: '', ...BLANK, ...table(more) }));

/** Each number that a description has, where it stands. */
const NUMBERS: [string, (text: string) => object, string][] = [
  ['a bound', (min) => ({ variabel: [column({ min })] }), 'variabel.0.min'],
  ['a factor', (faktor) => ({ indikatorTurunan: [indicator(faktor)] }), 'indikatorTurunan.0.faktor'],
  ['what a rule compares with', (kanan) => ({ aturanSendiri: [own(kanan)] }), 'aturanSendiri.0.kanan'],
  ['a tolerance of an own rule', (toleransi) => ({ aturanSendiri: [own('1', toleransi)] }), 'aturanSendiri.0.toleransi'],
  ['a tolerance in percent', (by) => ({ aturanSendiri: [own('1', `${by} %`)] }), 'aturanSendiri.0.toleransi'],
  ['a tolerance of a built-in rule', (toleransi) => ({ aturanBawaan: [builtIn(toleransi)] }), 'aturanBawaan.0.toleransi'],
];

describe.each(NUMBERS)('%s in the description of a table', (_, given, place) => {
  it.each([['1.000', '1000', '1,000'], ['12,500', '12500', '12,500']])('is not guessed: %s is refused with what it may mean', (text, whole, fraction) => {
    const [before, after] = fraction.split(',');
    expect(refused(given(text))).toEqual([{
      path: `daftar.0.${place}`,
      message: { id: `“${text}” dapat berarti ${whole} atau ${fraction}. Tulis ${whole}, atau ${fraction}0.`, en: `“${text}” may mean ${whole} or ${before}.${after}. Write ${whole}, or ${before}.${after}0.` },
    }]);
  });

  it.each(['1000', '0,5', '0.5', '1,1250', '1.1250', '1.234,5', '0.125'])('is taken where it can be one alone: %s', (text) => expect(refused(given(text))).toEqual([]));
});

describe('the numbers of a description', () => {
  const all = (text: string) => ({ variabel: [column({ min: text, maks: text })], indikatorTurunan: [indicator(text)], aturanSendiri: [own(text, text), own('jumlah', `${text} %`)], aturanBawaan: [builtIn(text)] });
  const numbersIn = ({ variables, indicators, rules }: ReturnType<typeof described>) => [variables[0]?.min, variables[0]?.max, indicators[0]?.factor, ...rules.flatMap((rule) => (rule.kind === 'compare' ? ['number' in rule.right ? rule.right.number : [], rule.tolerance?.by] : rule.kind === 'built-in' ? [rule.tolerance?.by] : [])).flat()];

  it.each([['1000', '1000'], ['1,125000', '1.125'], ['0,5', '0.5'], ['1.234,5', '1234.5'], ['1.000.000', '1000000']])('%s is %s everywhere, and in the next period again', (text, number) => {
    const first = described(all(text));
    expect(numbersIn(first)).toEqual(Array.from({ length: 7 }, () => number));
    const carried = rowOf({ ...first, id: null, officeId: '', code: '' });
    expect(descriptionProblems(tableOf(carried), '')).toEqual([]);
    expect(described(carried)).toEqual(first);
  });

  it('that were kept are carried over as what they were, also where they were read as a fraction before', () => {
    const first = described({ indikatorTurunan: [indicator('1')], aturanSendiri: [own('1', '1')] });
    const kept = { ...first, indicators: first.indicators.map((one) => ({ ...one, factor: '1.000' })), rules: first.rules.map((rule) => (rule.kind === 'compare' ? { ...rule, right: { number: '1.125' }, tolerance: { by: '2.500', in: 'unit' as const } } : rule)) };
    const carried = rowOf({ ...kept, id: null, officeId: '', code: '' });
    expect(numbersIn(described(carried)).slice(2)).toEqual(['1', '1.125', '2.5']);
  });

  it.each(['-1', 'x', '1234567890', '0,1234567', '1e3'])('a factor “%s” is none', (faktor) => expect(refused({ indikatorTurunan: [indicator(faktor)] })).toMatchObject([{ path: 'daftar.0.indikatorTurunan.0.faktor', message: { id: expect.stringContaining('Faktor pengali') } }]));

  it('a bound of days is asked for as a day', () => expect(refused({ variabel: [column({ tipe: 'date', min: '1.000' })] })[0]?.message.en).toContain('such as 31/12/2025'));
});
