import { buffer } from 'node:stream/consumers';
import { collectionWorld, DUKCAPIL, ROWS, type CollectionWorld } from '../../../../test/support/collection-world.js';
import { undeclared } from '../../../../test/support/declared-values.js';
import { PEOPLE } from '../../../../test/support/satu-data-world.js';
import { USUAL } from '../../datasets/rule-settings.js';
import { CHECK_REPORT } from '../../letters/letter-examples.js';
import { DeliveryEntity } from '../../deliveries/delivery.entity.js';
import { ReviewCounts } from '../../review/review-counts.service.js';
import { RulesController } from '../../rules/rules.controller.js';
import { CHECK_TITLES } from '../checks-passed.js';
import { FindingsReportController } from './findings-report.controller.js';

type Values = typeof CHECK_REPORT;
const TWO_OFF = ROWS.map((row, index) => (index < 2 ? { ...row, jumlah: '1' } : row));
const ONE_OFF = ROWS.map((row, index) => (index === 0 ? { ...row, jumlah: '1' } : row));

describe('the report of a check', () => {
  let world: CollectionWorld;
  beforeEach(async () => (world = await collectionWorld()));
  afterEach(() => world.close());

  const id = async () => (await world.datasets())[0];
  /** What the letter is drawn of. */
  const values = async (user: Omit<(typeof PEOPLE)['kasi'], 'language'> & { language: 'id' | 'en' } = PEOPLE.kasi as never): Promise<Values> =>
    JSON.parse((await buffer((await world.as(user, async () => world.app.get(FindingsReportController).pdf(await id()))).getStream())).toString()) as Values;
  const verify = async (rows: readonly object[], tahap = 'awal') => {
    await world.deliver([{ datasetId: await id(), status: 'disampaikan', tabel: { rows } }]);
    await world.approve();
    await world.work('submission.register', { ...DUKCAPIL, tahap });
    await world.work('data.verify', DUKCAPIL);
  };
  const decide = async (keputusan: string, more: object) => world.submit('verifikasi', PEOPLE.kasi, { hasilVerifikasi: keputusan, dataset: [{ datasetId: await id(), keputusan, ...more }] }, { variables: { producer: 'o-dukcapil' } });

  it('is none before something was verified, not even where a table was delivered', async () => {
    await expect(values()).rejects.toMatchObject({ code: 'not-delivered' });
    await world.deliver([{ datasetId: await id(), status: 'disampaikan', tabel: { rows: ROWS } }]);
    await world.approve();
    await expect(values()).rejects.toMatchObject({ code: 'not-delivered' });
  });

  it('says what was checked by which rules, what was found, and what has changed since the return', async () => {
    await verify(TWO_OFF);
    expect(await values(PEOPLE.operator as never)).toMatchObject({ putaran: '1', keputusan: 'Belum diputuskan', sejak: '', perubahan: [], jumlah: [{ tingkat: 'Kesalahan', jumlah: '2' }, {}, {}], diterima: [] });
    await decide('belum_lengkap', { catatan: 'Periksa jumlahnya' });
    expect(await values()).toMatchObject({ keputusan: 'Dikembalikan', catatan: 'Periksa jumlahnya' });
    await world.work('request.return', { producer: 'o-dukcapil' });
    await world.as(PEOPLE.kasi, () => world.app.get(RulesController).set({ version: 0, settings: { ...USUAL, sum: { level: 'WARNING', tolerance: { by: '1', in: 'percent' } } } }));
    await verify(ONE_OFF, 'perbaikan');
    const form = await world.formData('verifikasi', PEOPLE.kasi, { variables: { producer: 'o-dukcapil' } });
    expect(form['respons']).toEqual([{ produsen: expect.any(String), masuk: '1 dari 1 (100 %)', tepatWaktu: '1 dari 1 (100 %)' }]);
    expect(form['perubahan']).toMatchObject([{ perubahan: expect.stringMatching(/^1 dari \d+ nilai berbeda dari penyampaian sebelumnya\.$/) }, { perubahan: expect.stringContaining('dari 1 menjadi') }]);
    await decide('lengkap', { alasanPeringatan: 'Angka sementara.' });
    const told = await values();
    expect(told).toMatchObject({
      putaran: '2', keputusan: 'Lengkap', respons: '1 dari 1 (100 %)', tepatWaktu: '1 dari 1 (100 %)', jumlah: [{ jumlah: '0' }, { tingkat: 'Peringatan', jumlah: '1' }, { tingkat: 'Informasi', jumlah: '1' }], diterima: [{ aturan: 'Bagian sama dengan jumlah', jumlah: '1', alasan: 'Angka sementara.' }],
      aturan: expect.arrayContaining([{ nama: 'Bagian sama dengan jumlah', tingkat: 'Peringatan', toleransi: 'toleransi 1 %', temuan: '1', sebelumnya: '2' }]),
      perubahan: [expect.stringContaining('penyampaian sebelumnya'), expect.any(String)],
    });
    expect(undeclared(told, CHECK_REPORT)).toEqual([]);
    // What was not looked for the time before, or had nothing to be compared with, had not none.
    const past = (rule: 'change' | 'outlier' | 'type') => told.aturan.find(({ nama }) => nama === CHECK_TITLES[rule].id)?.sebelumnya;
    expect([past('change'), past('outlier'), past('type')]).toEqual(['–', '–', '0']);
    expect(await values({ ...PEOPLE.kasi, language: 'en' })).toMatchObject({ keputusan: 'Complete', respons: '1 of 1 (100 %)', aturan: expect.arrayContaining([expect.objectContaining({ nama: 'Parts make up the whole', tingkat: 'Warning', toleransi: 'give or take 1 %' })]), perubahan: [expect.stringContaining('differ from the delivery before'), expect.any(String)] });
  });

  it('names the first findings of a rule and counts the rest; another producer does not see it', async () => {
    await verify(ROWS.map((row) => ({ ...row, jumlah: '1' })));
    const [first] = (await values()).temuan.filter(({ aturan }) => aturan === 'Bagian sama dengan jumlah');
    expect(first).toMatchObject({ jumlah: String(ROWS.length), lain: '' });
    const dataset = await id();
    await expect(world.as(PEOPLE.operator2, () => world.app.get(FindingsReportController).pdf(dataset))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('counts what it does not name, as the official’s form and BPS’s list do', async () => {
    const many = Array.from({ length: 2_101 }, (_, index) => ROWS[index % ROWS.length] ?? {});
    const twice = many.length - ROWS.length;
    await verify(many);
    const told = await values();
    const title = CHECK_TITLES.key.id;
    // One sentence and a thousand cells, of which the first 25 lines are told.
    expect([told.jumlah[0], told.aturan.find(({ nama }) => nama === title)?.temuan, told.temuan.find(({ aturan }) => aturan === title)]).toMatchObject([{ jumlah: '2.090' }, '2.090', { jumlah: '2.090', lain: '976' }]);
    const { id: deliveryId } = await world.database.read.findOneByOrFail(DeliveryEntity, { datasetId: await id() });
    expect((await world.app.get(ReviewCounts).findings([deliveryId])).get(deliveryId)).toEqual({ errors: twice, warnings: 0 });
    const summary = async (language: 'id' | 'en') => (await world.formData('verifikasi', { ...PEOPLE.kasi, language } as never, { variables: { producer: 'o-dukcapil' } }))['dataset'];
    expect(await summary('id')).toMatchObject([{ ringkasan: '2.101 baris; 2.090 kesalahan', catatan: 'Perbaiki 2.090 kesalahan yang ditandai.' }]);
    expect(await summary('en')).toMatchObject([{ ringkasan: '2,101 rows; 2,090 errors' }]);
  });
});
