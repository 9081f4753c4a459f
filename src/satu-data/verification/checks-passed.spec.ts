import { buffer } from 'node:stream/consumers';
import { collectionWorld, DUKCAPIL, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { FigureLineages } from '../analysis/figure-lineage.service.js';
import { codesByColumn } from '../../../test/support/column-codes.js';
import type { CompareRule, Rule, Variable } from '../datasets/dataset.types.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { USUAL, type RuleSettings } from '../datasets/rule-settings.js';
import { QualityFactsService } from '../review/quality-facts.service.js';
import { VerificationRunEntity } from '../rules/office-rules.entity.js';
import { RulesController } from '../rules/rules.controller.js';
import { checkResultWords } from './check-words.js';
import { checksOf, type Check } from './checks-passed.js';
import { FindingEntity } from './finding.entity.js';
import { FindingsReportController } from './report/findings-report.controller.js';
import { reportValues } from './report/report-values.js';
import { VerificationChecks } from './verification-checks.service.js';
import { lookedAt } from './verify.js';

const REASON = 'Luasnya memang demikian menurut BIG.';
const own = (left: string, comparison: CompareRule['comparison'], right: CompareRule['right']): CompareRule => ({ kind: 'compare', left: [left], comparison, right, tolerance: null, severity: 'WARNING' });
/** The first holds in every row, the second in few: both look at the same column first. */
const OWN = [own('luas_km2', '>', { number: '0.5' }), own('luas_km2', '≤', { number: '1000' })];
const WIDE = ROWS.filter((row) => Number((row as { luas_km2: string }).luas_km2.replace(',', '.')) > 1000).length;

/** An office's first delivery, verified: the run that was kept, and what each check came to. */
async function inVerified(look: (verified: { world: CollectionWorld; id: string; run: VerificationRunEntity; checks: Check[] }) => Promise<void> | void): Promise<void> {
  const world = await collectionWorld();
  try {
    const [id = ''] = await world.datasets();
    await world.deliver([{ datasetId: id, status: 'disampaikan', tabel: { rows: ROWS } }]);
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    await world.work('data.verify', DUKCAPIL);
    const run = await world.database.read.findOneByOrFail(VerificationRunEntity, {});
    const checks = await world.app.get(VerificationChecks).of(await world.database.read.findOneByOrFail(DatasetEntity, { id }), run.deliveryId);
    await look({ world, id, run, checks });
  } finally {
    await world.close();
  }
}

describe('what became of a delivery by each rule', () => {
  let world: CollectionWorld;
  let id: string;
  const dataset = () => world.database.read.findOneByOrFail(DatasetEntity, { id });
  const set = (version: number, settings: RuleSettings) => world.as(PEOPLE.kasi, () => world.app.get(RulesController).set({ version, settings }));

  /** The office has unusual changes not looked for, verifies, accepts with a reason, and looks for them again afterwards. */
  beforeAll(async () => {
    world = await collectionWorld();
    [id] = await world.datasets();
    const { rules } = await dataset();
    await world.database.tx((db) => db.update(DatasetEntity, { id }, { rules: [...rules, ...OWN, { kind: 'outlier', column: 'jumlah', region: 'kode_wilayah', period: 'tahun' }] }));
    await set(0, { ...USUAL, outlier: { ...USUAL.outlier, level: 'OFF' }, change: { level: 'OFF', tolerance: null } });
    await world.deliver([{ datasetId: id, status: 'disampaikan', tabel: { rows: ROWS } }]);
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    await world.work('data.verify', DUKCAPIL);
    await world.submit('verifikasi', PEOPLE.kasi, { hasilVerifikasi: 'lengkap', dataset: [{ datasetId: id, keputusan: 'lengkap', alasanPeringatan: REASON }] }, { variables: { producer: 'o-dukcapil' } });
    await set(1, USUAL);
  });
  afterAll(() => world.close());

  it('is told by the settings of that verification: what was not looked for has not passed', async () => {
    const one = await dataset();
    const checks = await world.app.get(VerificationChecks).of(one, String(one.deliveryId));
    const results = Object.fromEntries(checks.map(({ key, result, findings }) => [key, [result, findings]]));
    expect(results).toMatchObject({ outlier: ['off', 0], change: ['off', 0], sum: ['passed', 0], key: ['passed', 0], 'compare:0': ['passed', 0], 'compare:1': ['found', WIDE] });
    expect(WIDE).toBeGreaterThan(0);
  });

  it('tells each rule of the office’s own by its sentence, and who accepted what it found', async () => {
    const one = await dataset();
    const checks = await world.app.get(VerificationChecks).of(one, String(one.deliveryId));
    const [first, second] = checks.filter(({ rule }) => rule === 'compare');
    expect([first?.title, first?.accepted]).toEqual([{ id: 'Luas wilayah > 0,5', en: 'Luas wilayah > 0.5' }, null]);
    expect([second?.title.id, second?.accepted]).toEqual(['Luas wilayah ≤ 1.000', { reason: REASON, by: 'u-kasi', at: world.state.now }]);
    const kept = await world.database.read.findBy(FindingEntity, { deliveryId: String(one.deliveryId), rule: 'compare' });
    expect(new Set(kept.map(({ ownRule, acceptedBy }) => `${ownRule} ${acceptedBy}`))).toEqual(new Set(['1 u-kasi']));
  });

  it('is the same in the report', async () => {
    const pdf = await world.as(PEOPLE.kasi, () => world.app.get(FindingsReportController).pdf(id));
    const told = JSON.parse((await buffer(pdf.getStream())).toString()) as { aturan: { nama: string; tingkat: string; temuan: string }[]; penerima: string; diterima: object[] };
    const row = (name: string) => told.aturan.find(({ nama }) => nama === name);
    expect([row('Perubahan yang tidak lazim'), row('Luas wilayah > 0,5'), row('Luas wilayah ≤ 1.000')]).toMatchObject([{ tingkat: 'Tidak diperiksa', temuan: '–' }, { temuan: '0' }, { tingkat: 'Peringatan', temuan: String(WIDE) }]);
    expect(row('Aturan kantor sendiri')).toBeUndefined();
    expect([told.penerima, told.diterima]).toEqual(['kasi', [{ aturan: 'Luas wilayah ≤ 1.000', jumlah: String(WIDE), alasan: REASON }]]);
  });

  it('is the same in what BPS is shown', async () => {
    const { consistency, accuracy } = await world.as(PEOPLE.bps, async () => world.app.get(QualityFactsService).of(await dataset()));
    const facts = Object.fromEntries(consistency.map(({ label, value }) => [label.id, value.id]));
    expect(facts).toMatchObject({ 'Perubahan yang tidak lazim': 'tidak diperiksa', 'Bagian sama dengan jumlah': 'lulus', 'Luas wilayah > 0,5': 'lulus', 'Luas wilayah ≤ 1.000': `${WIDE} temuan` });
    expect(accuracy.find(({ label }) => label.en === 'Why warnings were accepted')?.value.id).toBe(`${REASON} (kasi)`);
  });

  it('is the same where a figure comes from, with who accepted it', async () => {
    const lineage = await world.as(PEOPLE.staf, async () => world.app.get(FigureLineages).of(await world.app.get(AnalysisDesk).of(id), 'jumlah'));
    const checks = Object.fromEntries(lineage.sources[0]?.checks.map(({ key, ...check }) => [key, check]) ?? []);
    expect(checks).toMatchObject({ outlier: { result: 'off', accepted: null }, 'compare:0': { result: 'passed' }, 'compare:1': { result: 'found', accepted: { reason: REASON, by: 'kasi', at: world.state.now.toISOString() } } });
    expect(lineage.sources[0]?.acceptedBy).toBe('kasi');
    const verified = lineage.steps.find(({ step }) => step === '9');
    expect(verified).toMatchObject({ by: { role: { id: 'Kepala Seksi' }, office: 'Dinas Kominfo', name: 'kasi' } });
    expect(Object.fromEntries(verified?.facts.map(({ label, value }) => [label.id, value.id]) ?? [])).toMatchObject({ 'Perubahan yang tidak lazim': 'tidak diperiksa', 'Luas wilayah ≤ 1.000': `${WIDE} temuan, diterima dengan alasan oleh Kepala Seksi`, 'Alasan menerima temuan': REASON });
  });
});

describe('the check of codes', () => {
  const column = { name: 'a', title: 'A', type: 'string', required: true, key: false } as const;
  const isThere = (more: Partial<DatasetEntity['variables'][number]>) => checksOf({ variables: [{ ...column, ...more }], rules: [] }, USUAL, [], null).some(({ rule }) => rule === 'code');

  it('is there for every column that takes codes, also those of a list of the office', () => {
    expect([isThere({}), isThere({ codes: [] }), isThere({ codes: ['L', 'P'] }), isThere({ type: 'region' }), isThere({ list: 'jenis-pasar' })]).toEqual([false, false, true, true, true]);
  });
});

describe('the check of what has to be filled', () => {
  const column = { name: 'a', title: 'A', type: 'string' } as const;
  const variables = [{ ...column, required: false, key: true }];
  const finding = { rule: 'required', ownRule: null, severity: 'ERROR', row: 2, column: 'a', cell: 'A2', messageId: 'Kosong.', messageEn: 'Empty.', times: 1, acceptedReason: null } as const;

  it('is there where a key has to be, required or not, and heads what was found', () => {
    const asked = (more: { required: boolean; key: boolean }) => checksOf({ variables: [{ ...column, ...more }], rules: [] }, USUAL, [], null).some(({ rule }) => rule === 'required');
    expect([asked({ required: false, key: false }), asked({ required: true, key: false }), asked({ required: false, key: true })]).toEqual([false, true, true]);
    const checks = checksOf({ variables, rules: [] }, USUAL, [{ rule: 'required', findings: 1, accepted: null }], null);
    expect(reportValues({ dataset: { variables }, checks, findings: [finding], before: null }, 'id').temuan).toMatchObject([{ aturan: 'Kolom wajib terisi', jumlah: '1', baris: [{ sel: 'A2', kolom: 'A' }] }]);
    // What was typed has no letters: the row, and the column beside it.
    expect(reportValues({ dataset: { variables }, checks, findings: [{ ...finding, cell: null }], before: null }, 'id').temuan).toMatchObject([{ baris: [{ sel: 'Baris 2', kolom: 'A' }] }]);
  });
});

describe('checks against another table', () => {
  const dataset: Pick<DatasetEntity, 'variables' | 'rules'> = { variables: [], rules: [{ kind: 'outlier', column: 'jumlah', region: 'kode_wilayah', period: 'tahun' }] };
  const results = (compared: Parameters<typeof checksOf>[3], settings = USUAL) => checksOf(dataset, settings, [], compared).filter(({ rule }) => rule === 'outlier' || rule === 'change').map(({ result }) => result);

  it('have passed only where there was one, each its own', () => {
    expect(results({ lastPeriod: false, before: true })).toEqual(['alone', 'passed']);
    expect(results({ lastPeriod: true, before: false })).toEqual(['passed', 'alone']);
    expect(results({ lastPeriod: false, before: false }, { ...USUAL, outlier: { ...USUAL.outlier, level: 'OFF' } })).toEqual(['off', 'alone']);
  });

  it('of runs that did not keep it are told as before', () => {
    expect(results(null)).toEqual(['passed', 'passed']);
  });

  it('are told so where the first period of an office was verified', () => inVerified(async ({ world, id, run: { compared }, checks }) => {
    expect(compared).toEqual({ lastPeriod: false, before: false });
    expect(checks.find(({ rule }) => rule === 'change')?.result).toBe('alone');
    const pdf = await world.as(PEOPLE.kasi, () => world.app.get(FindingsReportController).pdf(id));
    const told = JSON.parse((await buffer(pdf.getStream())).toString()) as { aturan: { tingkat: string }[] };
    expect(told.aturan.filter(({ tingkat }) => tingkat === 'Belum ada pembanding')).toMatchObject([{ temuan: '–', toleransi: '' }, { temuan: '–', toleransi: '' }]);
  }));
});

describe('a rule that had nothing to be held against', () => {
  const variables: Variable[] = [
    { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true }, { name: 'penduduk', title: 'Penduduk', type: 'integer', unit: 'jiwa', required: true, key: false },
    { name: 'miskin', title: 'Miskin', type: 'integer', unit: 'jiwa', required: false, key: false, min: '0' },
  ];
  const rules: Rule[] = [{ ...own('miskin', '≤', ['penduduk']), severity: 'ERROR' }, { kind: 'outlier', column: 'penduduk', region: 'wilayah', period: 'tahun' }];
  const rows = Array.from({ length: 6 }, (_, index) => ({ wilayah: `15.0${index + 1}`, penduduk: '10', miskin: null }));
  const table = { rows, layout: { source: 'grid' as const, columns: { wilayah: '', penduduk: '', miskin: '' }, rowNumbers: rows.map((_, index) => index + 1), unreadable: [], unknown: [], templateFits: true } };
  // Last year's column was called otherwise.
  const { judged } = lookedAt({ variables, rules }, table as never, { codes: codesByColumn(variables, Object.fromEntries(rows.map(({ wilayah }) => [wilayah, wilayah]))), lastPeriod: rows.map(({ wilayah }) => ({ wilayah, warga: '10' })) });
  const checks = checksOf({ variables, rules }, USUAL, [], { lastPeriod: true, before: false }, judged);
  const told = (key: string) => { const check = checks.find((one) => one.key === key); return check && checkResultWords(check).en; };

  it('has not passed, and it is said why', () => {
    expect(told('compare:0')).toBe('could not be judged: no row has a sound number in each of its columns');
    expect(told('outlier')).toBe('could not be judged: fewer than 5 values can be compared with the table of the last period');
    expect(told('whole')).toBe('could not be judged: the table has no whole together with all of its parts');
    expect(told('range')).toBe('could not be judged: its columns are empty or hold no sound value');
    expect([told('code'), told('key'), told('change')]).toEqual(['passed', 'passed', 'nothing to compare with yet']);
  });

  it('has no number of findings in the report, not even none', () => {
    const { aturan } = reportValues({ dataset: { variables }, checks, findings: [], before: null }, 'id');
    expect(aturan.find(({ nama }) => nama === 'Miskin ≤ Penduduk')).toMatchObject({ tingkat: 'Tidak dapat dinilai: tidak ada baris dengan angka yang benar di semua kolomnya', toleransi: '', temuan: '–' });
  });

  it('is told as passed with the columns that were left out, where others could be judged', () => {
    const [check] = checksOf({ variables, rules: [] }, USUAL, [], null, [{ rule: 'range', column: 'penduduk', rows: 6 }, { rule: 'range', column: 'miskin', rows: 0 }]).filter(({ rule }) => rule === 'range');
    expect(check && checkResultWords(check)).toEqual({ id: 'lulus; “Miskin” tidak dapat dinilai', en: 'passed; “Miskin” could not be judged' });
  });

  it('is told as before, where what was judged was not kept', () => {
    expect(checksOf({ variables, rules }, USUAL, [], { lastPeriod: true, before: true }).map(({ result }) => result).filter((one) => one !== 'passed')).toEqual([]);
  });

  it('is told as not looked for where the rule came later', () => {
    const protectedOnes = variables.map((one, index) => (index === variables.length - 1 ? { ...one, protection: { contributors: 'jumlah' } } : one));
    expect(checksOf({ variables: protectedOnes, rules }, USUAL, [], null).find(({ rule }) => rule === 'contributors')?.result).toBe('off');
  });

  it('is kept with the run', () => inVerified(({ run, checks: kept }) => {
    expect(run.judged).toEqual(expect.arrayContaining([{ rule: 'sum', column: 'jumlah', rows: ROWS.length }, { rule: 'whole', column: 'jumlah', rows: 0 }]));
    expect(Object.fromEntries(kept.map(({ key, result }) => [key, result]))).toMatchObject({ sum: 'passed', whole: 'unjudged' });
  }));
});

describe('own rules whose findings do not say which of them they are of', () => {
  it('are told together: none of them can be said to have passed', () => {
    const dataset = { variables: [], rules: OWN };
    const [found] = checksOf(dataset, USUAL, [{ rule: 'compare', ownRule: null, findings: 2, accepted: null }], null).filter(({ rule }) => rule === 'compare');
    expect(found).toMatchObject({ key: 'compare', title: { id: 'Aturan kantor sendiri' }, result: 'found', findings: 2 });
    expect(checksOf(dataset, USUAL, [], null).filter(({ rule }) => rule === 'compare').map(({ key, result }) => [key, result])).toEqual([['compare:0', 'passed'], ['compare:1', 'passed']]);
  });
});
