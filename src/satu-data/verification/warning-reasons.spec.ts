import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import { collectionWorld, DUKCAPIL, ROWS, type CollectionWorld } from '../../../test/support/collection-world.js';
import { PEOPLE } from '../../../test/support/satu-data-world.js';
import { AnalysisDesk } from '../analysis/analysis-desk.service.js';
import { FigureLineages } from '../analysis/figure-lineage.service.js';
import type { CompareRule } from '../datasets/dataset.types.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { QualityFactsService } from '../review/quality-facts.service.js';
import { FindingEntity } from './finding.entity.js';
import { FindingsReportController } from './report/findings-report.controller.js';
import { VerificationForms } from './verification.forms.js';

const FOR_PRODUCER = { variables: { producer: 'o-dukcapil' } };
const own = (left: string, right: string): CompareRule => ({ kind: 'compare', left: [left], comparison: '≤', right: { number: right }, tolerance: null, severity: 'WARNING' });
/** The second holds; the others are broken by some rows each. */
const OWN = [own('luas_km2', '1000'), own('luas_km2', '1000000'), own('laki_laki', '100000'), own('perempuan', '100000')];
const [AREA, MEN, WOMEN] = ['compare:0', 'compare:2', 'compare:3'];

interface Listed {
  readonly idDataset: string;
  readonly aturan: string;
  readonly namaDataset: string;
  readonly temuan: string;
}

describe('warnings that are accepted each with its reason', () => {
  let world: CollectionWorld;
  let one: string;
  let other: string;
  beforeEach(async () => {
    world = await collectionWorld(2);
    [one, other = ''] = await world.datasets();
    for (const id of [one, other]) {
      const { rules } = await dataset(id);
      await world.database.tx((db) => db.update(DatasetEntity, { id }, { rules: [...rules, ...OWN] }));
    }
    await world.deliver([one, other].map((datasetId) => ({ datasetId, status: 'disampaikan', tabel: { rows: ROWS } })));
    await world.approve();
    await world.work('submission.register', DUKCAPIL);
    await world.work('data.verify', DUKCAPIL);
  });
  afterEach(() => world.close());

  const dataset = (id: string) => world.database.read.findOneByOrFail(DatasetEntity, { id });
  const form = (user = PEOPLE.kasi) => world.formData('verifikasi', user, FOR_PRODUCER);
  const listed = async (user = PEOPLE.kasi) => (await form(user))['peringatan'] as unknown as readonly Listed[];
  /** The list as it was given, with what is written into it: by data set and rule. */
  const written = async (reasons: Readonly<Record<string, string>>) => (await listed()).map((row) => ({ ...row, alasan: reasons[`${row.idDataset} ${row.aturan}`] ?? '' }));
  const send = (rows: readonly object[], peringatan?: readonly object[], hasilVerifikasi = 'lengkap') => world.submit('verifikasi', PEOPLE.kasi, { hasilVerifikasi, dataset: rows, ...(peringatan && { peringatan }) }, FOR_PRODUCER);
  /** As another form than the shipped one sends it. */
  const unchecked = (rows: readonly object[], more: object = {}) =>
    world.as(PEOPLE.kasi, () => world.database.tx(() => world.app.get(VerificationForms).decide({ caseId: world.caseId, user: PEOPLE.kasi, at: world.state.now, officeId: null, ...FOR_PRODUCER, data: { hasilVerifikasi: 'lengkap', dataset: rows, ...more } } as never)));
  const complete = (datasetId: string, alasanPeringatan?: string) => ({ datasetId, keputusan: 'lengkap', ...(alasanPeringatan !== undefined && { alasanPeringatan }) });
  const kept = async (id: string) => {
    const findings = await world.database.read.findBy(FindingEntity, { deliveryId: String((await dataset(id)).deliveryId), severity: 'WARNING' });
    return Object.fromEntries(findings.map(({ ownRule, acceptedReason, acceptedBy }) => [`compare:${ownRule}`, [acceptedReason, acceptedBy]]));
  };

  it('are listed by data set and rule, in the reader’s words', async () => {
    const rows = await listed();
    expect(rows.map(({ idDataset, aturan }) => [idDataset, aturan])).toEqual([one, other].flatMap((id) => [AREA, MEN, WOMEN].map((key) => [id, key])));
    expect(rows[0]).toMatchObject({ namaDataset: (await dataset(one)).title, temuan: expect.stringMatching(/^Luas wilayah ≤ 1\.000: \d+ sel ditandai\. Yang pertama, baris \d+: /) });
    expect((await listed({ ...PEOPLE.kasi, language: 'en' } as never))[0]?.temuan).toMatch(/^Luas wilayah ≤ 1,000: \d+ cells are marked\. The first, row \d+: /);
    expect((await form())['adaPeringatan']).toBe('ya');
  });

  it('have each its own reason, or the one for all of their data set', async () => {
    await send([complete(one, 'Sesuai sumber.'), complete(other)], await written({ [`${one} ${AREA}`]: 'Luas menurut BIG.', [`${other} ${AREA}`]: 'a', [`${other} ${MEN}`]: 'b', [`${other} ${WOMEN}`]: ' c ' }));
    expect(await kept(one)).toEqual({ [String(AREA)]: ['Luas menurut BIG.', 'u-kasi'], [String(MEN)]: ['Sesuai sumber.', 'u-kasi'], [String(WOMEN)]: ['Sesuai sumber.', 'u-kasi'] });
    expect(await kept(other)).toEqual({ [String(AREA)]: ['a', 'u-kasi'], [String(MEN)]: ['b', 'u-kasi'], [String(WOMEN)]: ['c', 'u-kasi'] });
    expect(await world.states()).toEqual(['complete', 'complete']);
  });

  it('are told at their row where they have neither', async () => {
    const titles = await Promise.all([dataset(one), dataset(other)]);
    await expect(send([complete(one, 'Semua.'), complete(other, '  ')], await written({ [`${other} ${AREA}`]: 'a', [`${other} ${WOMEN}`]: '  ' }))).rejects.toMatchObject({
      problems: [
        { path: 'peringatan.4.alasan', message: { id: `Tulis alasan menerima peringatan “Laki-laki ≤ 100.000” pada “${titles[1].title}”, atau satu alasan untuk semua peringatan dataset itu di bawah keputusannya.`, en: expect.stringContaining('“Laki-laki ≤ 100,000” of') } },
        { path: 'peringatan.5.alasan', message: { id: expect.stringContaining('“Perempuan ≤ 100.000”') } },
      ],
    });
    expect(await world.states()).toEqual(['in_verification', 'in_verification']);
  });

  it('need none where the data set is returned', async () => {
    await send([complete(one, 'Semua.'), { datasetId: other, keputusan: 'belum_lengkap', catatan: 'Periksa luas.' }], await written({}), 'belum_lengkap');
    expect(await world.states()).toEqual(['complete', 'returned']);
    expect(await world.database.read.countBy(FindingEntity, { acceptedReason: 'Semua.' })).toBe(await world.database.read.countBy(FindingEntity, { severity: 'WARNING' }) / 2);
  });

  it('are the server’s: who leaves them out wrote no reason, and none is added or made another', async () => {
    await expect(send([complete(one), complete(other, 'b')])).rejects.toMatchObject({ problems: [0, 1, 2].map((row) => ({ path: `peringatan.${row}.alasan` })) });
    const [first, ...rest] = await written({});
    const all = [complete(one, 'a'), complete(other, 'b')];
    await expect(send(all, [{ ...first, aturan: 'compare:1' }, ...rest])).rejects.toMatchObject({ problems: [{ path: 'peringatan.0.aturan' }] });
    await expect(send(all, [first, ...rest, { ...first, aturan: 'compare:1' }] as object[])).rejects.toMatchObject({ problems: [{ path: 'peringatan' }] });
    // A form of the office's own may let them be changed.
    const strange = [{ idDataset: one, aturan: 'compare:1', alasan: 'x' }, { idDataset: 'x', aturan: AREA, alasan: 'x' }];
    await expect(unchecked(all, { peringatan: strange })).rejects.toMatchObject({ problems: [{ path: 'peringatan.0', message: { en: expect.stringContaining('compare:1') } }, { path: 'peringatan.1' }] });
    await send(all);
    expect(await world.states()).toEqual(['complete', 'complete']);
  });

  it('go with one reason for all from a form of before, which does not list them', async () => {
    await expect(unchecked([complete(one), complete(other, 'b')])).rejects.toMatchObject({ problems: [{ path: 'dataset.0.alasanPeringatan', message: { id: 'Tulis alasan menerima peringatan.' } }] });
    await unchecked([complete(one, 'a'), complete(other, 'b')]);
    expect([await kept(one), await kept(other)].map((reasons) => Object.values(reasons).flat())).toEqual([['a', 'u-kasi', 'a', 'u-kasi', 'a', 'u-kasi'], ['b', 'u-kasi', 'b', 'u-kasi', 'b', 'u-kasi']]);
  });

  it('are told by rule in the report, in its workbook, to BPS and where a figure comes from', async () => {
    await send([complete(one, 'Sesuai sumber.'), complete(other, 'Lain.')], await written({ [`${one} ${AREA}`]: 'Luas menurut BIG.' }));
    const report = () => world.app.get(FindingsReportController);
    const pdf = JSON.parse((await buffer((await world.as(PEOPLE.kasi, () => report().pdf(one))).getStream())).toString()) as { diterima: { aturan: string; alasan: string }[] };
    expect(Object.fromEntries(pdf.diterima.map(({ aturan, alasan }) => [aturan, alasan]))).toEqual({ 'Luas wilayah ≤ 1.000': 'Luas menurut BIG.', 'Laki-laki ≤ 100.000': 'Sesuai sumber.', 'Perempuan ≤ 100.000': 'Sesuai sumber.' });

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await buffer((await world.as(PEOPLE.kasi, () => report().book(one))).getStream())) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Temuan');
    expect(sheet?.getCell('F3').value).toBe('Alasan diterima');
    const lines = Array.from({ length: (sheet?.rowCount ?? 3) - 3 }, (_, index) => [4, 6].map((column) => sheet?.getCell(index + 4, column).text).join(': '));
    expect(new Set(lines)).toEqual(new Set(['Luas wilayah: Luas menurut BIG.', 'Laki-laki: Sesuai sumber.', 'Perempuan: Sesuai sumber.']));

    const { accuracy } = await world.as(PEOPLE.bps, async () => world.app.get(QualityFactsService).of(await dataset(one)));
    expect(accuracy.find(({ label }) => label.en === 'Why warnings were accepted')?.value).toEqual({ id: 'Luas wilayah ≤ 1.000: Luas menurut BIG. (kasi); Laki-laki ≤ 100.000; Perempuan ≤ 100.000: Sesuai sumber. (kasi)', en: 'Luas wilayah ≤ 1,000: Luas menurut BIG. (kasi); Laki-laki ≤ 100,000; Perempuan ≤ 100,000: Sesuai sumber. (kasi)' });

    const { sources, steps } = await world.as(PEOPLE.staf, async () => world.app.get(FigureLineages).of(await world.app.get(AnalysisDesk).of(one), 'jumlah'));
    expect(Object.fromEntries(sources[0]?.checks.flatMap(({ key, accepted }) => (accepted ? [[key, accepted.reason]] : [])) ?? [])).toEqual({ [String(AREA)]: 'Luas menurut BIG.', [String(MEN)]: 'Sesuai sumber.', [String(WOMEN)]: 'Sesuai sumber.' });
    expect(steps.find(({ step }) => step === '9')?.facts.filter(({ label }) => label.id === 'Alasan menerima temuan').map(({ value }) => value.id)).toEqual(['Luas wilayah ≤ 1.000: Luas menurut BIG.', 'Laki-laki ≤ 100.000; Perempuan ≤ 100.000: Sesuai sumber.']);
  });
});
