import { DIFFERENCES, MS_IND, MS_KEG, MS_VAR, type OfficialQuestion } from '../../../../test/fixtures/official-sheets.js';
import { msKegValues } from '../print/ms-keg.values.js';
import { SHEETS } from './index.js';
import { fieldsOf, type Asked, type Field } from './sheet.js';

/** Capitals and punctuation at the end are the screen's own; words, numbers and codes are the form's. */
const words = (text: string): string => text.toLocaleLowerCase('id-ID').replace(/^[ab]\. /, '').replace(/\s*(\(sebutkan\))?:? *…*$/, '').trim();
const fields = fieldsOf(SHEETS.activity);
const questions = MS_KEG.flatMap((block) => block.questions);
const codesOf = ({ type, options = [] }: Field): (readonly [number, string])[] => (type === 'yes' ? [[1, 'ya'], [2, 'tidak']] : options.map(([code, label]) => [Number(code), words(label)]));

describe('MS-Keg', () => {
  const numbered = questions.filter(({ no }) => no !== '');

  it('has the official numbers and no other', () => {
    expect([...new Set(fields.map(({ no }) => no).filter(Boolean))].toSorted()).toEqual(numbered.map(({ no }) => no).toSorted());
  });

  it.each(numbered.filter(({ codes }) => codes))('R.$no has the official codes', ({ no, codes = [], several }) => {
    const own = fields.filter((field) => field.no === no);
    expect(own.flatMap(codesOf)).toEqual(codes.map(([code, label]) => [code, words(label)]));
    expect(own.every(({ type }) => (type === 'several') === (several === true))).toBe(true);
  });

  it('has the official sectors, ways of collection and the recommendation', () => {
    const of = (key: string) => codesOf(fields.find((field) => field.key === key) as Field);
    expect([of('caraPengumpulan'), of('sektor'), of('rekomendasi')]).toEqual(questions.slice(0, 3).map(({ codes = [] }) => codes.map(([code, label]) => [code, words(label)])));
  });

  it.each(numbered.filter(({ only }) => only))('R.$no is asked where the form leads to it', ({ no, only }) => {
    const asked = fields.find((field) => field.no === no)?.asked as Asked;
    const by = fields.find(({ key }) => key === asked.field);
    expect([by?.no, [asked.is].flat().map(Number)]).toEqual([only?.no, only?.codes]);
  });

  it('asks both lists of R.5.3 by R.5.2, and block V of surveys', () => {
    expect(fields.filter(({ no }) => no === '5.3').map(({ asked }) => asked)).toEqual([{ field: 'metodePemilihan', is: '1' }, { field: 'metodePemilihan', is: '2' }]);
    expect(SHEETS.activity.blocks.map(({ no, asked }) => [no, asked]).filter(([, asked]) => asked)).toEqual([['V', { field: 'caraPengumpulan', is: '2' }]]);
  });

  describe('as it is printed', () => {
    const printed = msKegValues({});
    const of = (official: OfficialQuestion) => printed.flatMap(({ pertanyaan }) => pertanyaan).find(({ nomor, tanya }) => nomor === (official.no && `${official.no}.`) && words(tanya) === words(official.ask));

    it('has the official blocks and questions in their order', () => {
      expect(printed.map(({ kepala, pertanyaan }) => [kepala, pertanyaan.map(({ nomor, tanya }) => [nomor, words(tanya)])])).toEqual(MS_KEG.map(({ head, questions: own }) => [head, own.map(({ no, ask }) => [no && `${no}.`, words(ask)])]));
    });

    it.each(questions)('R.$no $ask has its codes, lines and tables', (official) => {
      const one = of(official);
      const choices = [...(one?.opsi ?? []).map(({ kiri }) => kiri), ...(one?.opsi ?? []).map(({ kanan }) => kanan), ...(one?.opsiLain ?? []).map(({ kiri }) => kiri)].filter(({ kode }) => kode);
      expect(choices.map(({ kode, nama }) => [Number(kode), words(nama)])).toEqual((official.codes ?? []).map(([code, label]) => [code, words(label)]));
      expect([one?.berkotak, one?.baris.map(({ nama }) => nama), one?.yaTidak.map(({ nama }) => nama), one?.kepala]).toEqual([official.codes !== undefined, official.lines ?? [], official.yesNo ?? [], official.head ?? []]);
      // Of a list that people fill in, the numbers of the blank rows.
      expect(one?.isi.map(({ sel }) => sel[0])).toEqual(official.rows ?? (official.head ? ['1', '2', '3'] : []));
    });
  });
});

describe('what transcriptions have otherwise', () => {
  it('was decided by most of them', () => {
    expect(DIFFERENCES.filter(({ by, otherBy }) => by.length <= otherBy.length)).toEqual([]);
  });
});

describe('MS-Var and MS-Ind', () => {
  /** `11–12` is both columns. */
  const numbersIn = (kind: 'variable' | 'indicator') => fieldsOf(SHEETS[kind]).flatMap(({ no, label }) => {
    const [from, to = from] = no.split('–').map(Number);
    return no ? Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) => [(from ?? 0) + index, label.id] as const) : [];
  });
  const FIRST = 2;

  it('MS-Var has the columns of the official table', () => {
    expect(numbersIn('variable').map(([no]) => no)).toEqual(MS_VAR.slice(1).map(([no]) => no));
    for (const [no, label] of numbersIn('variable').slice(0, -1)) expect(words(label)).toContain(words(MS_VAR.find(([column]) => column === no)?.[1] ?? '?'));
    expect(words(numbersIn('variable').at(-1)?.[1] ?? '')).toBe('dapat diakses umum');
  });

  it('MS-Ind has the columns of the official table, and asks for builders as column (10) leads', () => {
    expect(numbersIn('indicator').map(([no]) => no)).toEqual(MS_IND.slice(1).map(([no]) => no));
    for (const [no, label] of numbersIn('indicator').filter(([column]) => column >= FIRST && column <= 9)) expect(words(label)).toBe(words(MS_IND.find(([column]) => column === no)?.[1] ?? '?'));
    const of = (no: string) => fieldsOf(SHEETS.indicator).find((field) => field.no === no);
    expect([of('11–12')?.label.id, of('11–12')?.asked, of('13–15')?.label.id, of('13–15')?.asked]).toEqual(['Indikator pembangun', { field: 'komposit', is: true }, 'Variabel pembangun', { field: 'komposit', is: false }]);
    expect(of('13–15')?.columns?.map(({ key }) => key)).toEqual(['kodeVariabel', 'namaVariabel', 'kolomVariabel', 'kegiatanPenghasil', 'kodeKegiatanPenghasil']);
  });
});
