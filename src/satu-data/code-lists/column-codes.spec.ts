import { randomFrom } from '../../../test/support/random.js';
import { SHIPPED_LISTS } from '../reference/index.js';
import { CodeTable, type Span } from './code-table.js';
import { codesNamed, codesOfList, pairsOf } from './column-codes.js';
import { dataSpan } from './data-span.js';
import { refusedSentence } from './refused-sentence.js';

const tableOf = async (scheme: string): Promise<CodeTable> => {
  const list = SHIPPED_LISTS.find((one) => one.scheme === scheme);
  if (!list) throw new Error(scheme);
  return CodeTable.of({ scheme, title: list.title, levels: list.levels ?? [], pairedWith: list.pairedWith, shipped: true, version: 0 }, list.codes());
};

describe('region codes at a period', () => {
  let kemendagri: CodeTable;
  let bps: CodeTable;
  beforeAll(async () => void ([kemendagri, bps] = await Promise.all([tableOf('kemendagri'), tableOf('bps')])));

  it('are, each and in any years, either valid, or refused with a reason; and what is named instead is valid', () => {
    const next = randomFrom(47);
    const wrong: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      const from = 2015 + Math.floor(next() * 12);
      const span: Span = { from: `${from}-01-01`, to: `${from + Math.floor(next() * 3)}-12-31` };
      for (const [table, other] of [[kemendagri, bps], [bps, kemendagri]] as const) {
        const { names, refused } = codesOfList(table, span, other);
        for (const { code, validFrom, validTo } of table.codes) if (names.has(code) === refused.has(code) || names.has(code) !== ((validFrom ?? span.to) <= span.to && (validTo ?? span.from) >= span.from)) wrong.push(`${code} in ${span.from}`);
        for (const [code, { here, until, from: begins }] of refused) {
          if (names.has(code) || (here ? !names.has(here.code) : until === undefined && begins === undefined)) wrong.push(`${code} in ${span.from}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('of provinces that were made in 2022 are not taken for years before, nor those of before for years after', () => {
    const said = (year: number, code: string) => {
      const { names, refused } = codesOfList(kemendagri, { from: `${year}-01-01`, to: `${year}-12-31` }, bps);
      const why = refused.get(code);
      return names.has(code) || (why ? refusedSentence(code, why).id : null);
    };
    for (const [code, name] of [['93', 'Papua Selatan'], ['93.01', 'Kabupaten Merauke'], ['93.01.01', 'Merauke'], ['93.01.01.1002', 'Samkai']] as const) {
      expect(said(2019, code)).toBe(`“${code}” (${name}) baru berlaku mulai 25 Juli 2022, sesudah periode data ini.`);
    }
    expect(said(2021, '96.71')).toBe('“96.71” (Kota Sorong) baru berlaku mulai 8 Desember 2022, sesudah periode data ini.');
    expect(said(2024, '91.01')).toBe('“91.01” (Kabupaten Merauke) hanya berlaku sampai 8 November 2022, sebelum periode data ini. Penggantinya 93.01.');
    // In a year in which both were right, either is taken.
    expect([[2019, '91.01'], [2022, '91.01'], [2022, '93.01'], [2024, '93.01'], [2019, '92.71'], [2024, '92.71'], [2024, '96.71'], [2026, '96.71']].map(([year, code]) => said(Number(year), String(code)))).toEqual(Array.from({ length: 8 }, () => true));
  });

  it('are looked up once for all years between the same two changes', async () => {
    const codes = [{ code: 'a', validTo: '2021-06-30' }, { code: 'b', validFrom: '2021-07-01' }, { code: 'c', validFrom: '2023-01-01', validTo: '2024-12-31' }, { code: 'd' }].map((one) => ({ title: { id: one.code, en: one.code }, parent: null, ...one }));
    const table = await CodeTable.of({ ...kemendagri.facts, scheme: 'sintetis' }, codes);
    const years = Array.from({ length: 10 }, (_, index) => 2018 + index);
    const spans = years.flatMap((from) => [0, 1, 2].map((more): Span => ({ from: `${from}-01-01`, to: `${from + more}-12-31` })));
    const said = (span: Span) => { const { names, refused } = codesOfList(table, span, undefined); return JSON.stringify([[...names], [...refused]]); };
    const byEra = new Map(spans.map((span) => [table.eraOf(span), said(span)]));
    expect(spans.filter((span) => byEra.get(table.eraOf(span)) !== said(span))).toEqual([]);
    expect(byEra.size).toBe(6);
    expect(new Set([2023, 2024].map((year) => kemendagri.eraOf({ from: `${year}-01-01`, to: `${year}-12-31` }))).size).toBe(1);
  });

  it('lead from one scheme to the other and back', () => {
    const there = new Map(pairsOf(kemendagri, bps));
    expect([...there].map(([foreign, own]) => [own, foreign])).toEqual(pairsOf(bps, kemendagri));
    const [forMinistry, forBps] = [codesOfList(kemendagri, { from: '2018-01-01', to: '2018-12-31' }, bps), codesOfList(bps, { from: '2018-01-01', to: '2018-12-31' }, kemendagri)];
    // Two digits are a province in both: nobody can tell whose code it is.
    const told = [...there].filter(([foreign]) => foreign.length > 2);
    expect(told.filter(([foreign, own]) => forMinistry.refused.get(foreign)?.here?.code !== own || forBps.refused.get(own)?.here?.code !== foreign)).toEqual([]);
  });

  it('name the code of today for one of BPS whose pair has ended', () => {
    expect(codesOfList(kemendagri, { from: '2025-01-01', to: '2025-12-31' }, bps).refused.get('9401')).toMatchObject({ name: 'Kabupaten Merauke', here: { code: '93.01' } });
  });

  it('are called as their list calls them where the data list names them', () => {
    const listed = codesOfList(kemendagri, { from: '2025-01-01', to: '2025-12-31' }, bps);
    expect([...codesNamed({ codes: ['15.06', 'x', 'y'], meanings: { y: 'Yang lain' } }, listed).names]).toEqual([['15.06', 'Kabupaten Tanjung Jabung Barat'], ['x', ''], ['y', 'Yang lain']]);
  });
});

describe('the years that data are about', () => {
  it.each([['Tahun 2024', '2024', '2024'], ['2020–2024', '2020', '2024'], ['Semester I 2023/2024', '2023', '2024'], ['Tahunan', '2025', '2026'], [null, '2025', '2026'], ['kode 120245', '2025', '2026']])('%s', (said, from, to) => {
    expect(dataSpan(said, 2026)).toEqual({ from: `${from}-01-01`, to: `${to}-12-31` });
  });
});

describe('why a code is refused', () => {
  it('is said in both languages, for each reason', () => {
    expect(refusedSentence('a', { name: 'A', from: '2026-07-01' })).toEqual({ id: '“a” (A) baru berlaku mulai 1 Juli 2026, sesudah periode data ini.', en: '“a” (A) is valid from 1 July 2026 only, after the period of these data.' });
    expect(refusedSentence('a', { name: 'A', until: '2022-12-31' }).en).toBe('“a” (A) was valid until 31 December 2022 only, before the period of these data.');
  });
});
