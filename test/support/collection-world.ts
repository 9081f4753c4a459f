import { lettersOf, type Principal } from 'tertib';
import { DatasetEntity } from '../../src/satu-data/datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../../src/satu-data/deliveries/delivery-table.entity.js';
import { LetterValuesOfCases } from '../../src/satu-data/letters/letter-values.js';
import { MailValuesOfCases } from '../../src/satu-data/letters/mail-values.js';
import { JAMBI_POPULATION_2024 } from '../../src/satu-data/reference/index.js';
import { RequestEntity } from '../../src/satu-data/requests/request.entity.js';
import { undeclared } from './declared-values.js';
import { PEOPLE, satuDataWorld } from './satu-data-world.js';

export const DEADLINE = new Date('2026-03-31T09:00:00Z');
export const DUKCAPIL = { producer: 'o-dukcapil', tahap: 'awal' };
export const ROWS: readonly object[] = JAMBI_POPULATION_2024.map((row) => ({ ...row, luas_km2: row.luas_km2.replace('.', ',') }));

interface Row {
  readonly datasetId: string;
  readonly [field: string]: unknown;
}

/** A period whose requests have been sent; the first producer is asked for this many data sets, of the same columns. */
export async function collectionWorld(count = 1) {
  const world = await satuDataWorld();
  await world.work('period.open', { judul: 'Data 2026', tahun: 2026, cakupan: 'Kabupaten', batasWaktu: DEADLINE.toISOString(), tanggalRilis: '2026-05-01' });
  await world.submit('daftar-data', PEOPLE.staf, {});
  const [listed] = await world.database.read.findBy(DatasetEntity, { officeId: 'o-dukcapil' });
  if (!listed) throw new Error('no data set is listed');
  const others = Array.from({ length: count - 1 }, (_, index) => ({ ...listed, id: `dataset-${index + 2}`, position: listed.position + 1000 + index, slug: `${listed.slug}-${index + 2}`, code: `${listed.code}-${index + 2}`, title: `${listed.title} ${index + 2}` }));
  await world.database.tx(async (db) => void (others.length > 0 && (await db.insert(DatasetEntity, others))));
  await world.work('request.prepare');
  await world.submit('kirim-permintaan', PEOPLE.kasi, { batasWaktu: DEADLINE.toISOString(), hariPengingat: '7' });
  await world.work('request.dispatch');

  const own = () => world.database.read.find(DatasetEntity, { where: { officeId: 'o-dukcapil' }, order: { position: 'ASC' } });
  const datasets = async () => (await own()).map(({ id }) => id) as [string, ...string[]];
  const deliver = (rows: readonly Row[], user: Principal = PEOPLE.operator, more: object = {}) => {
    const given = new Map(rows.map((row) => [row.datasetId, row]));
    return world.formData('penyampaian-data', user, { officeId: 'o-dukcapil' }).then((form) => {
      const owed = form['dataset'] as unknown as { datasetId: string; nama: string }[];
      return world.submit('penyampaian-data', user, { dataset: owed.map(({ datasetId, nama }) => ({ datasetId, nama, status: 'belum', ...given.get(datasetId) })), ...more }, { officeId: 'o-dukcapil' });
    });
  };
  const approve = () => world.submit('validasi-pimpinan', PEOPLE.pimpinan, { hasilValidasi: 'setuju', caraValidasi: 'langsung' });
  return {
    ...world, datasets, deliver, approve,
    request: () => world.database.read.findOneByOrFail(RequestEntity, { periodId: world.caseId, officeId: 'o-dukcapil' }),
    states: async () => (await own()).map(({ state }) => state),
    tables: () => world.database.read.countBy(DeliveryTableEntity, {}),
    /** The first with data, the others said not to be there: validated, with a receipt, and checked by rules. */
    async validated(): Promise<void> {
      const [first, ...rest] = await datasets();
      await deliver([{ datasetId: first, status: 'disampaikan', tabel: { rows: ROWS } }, ...rest.map((datasetId) => ({ datasetId, status: 'tidak_tersedia', alasan: 'Belum didata' }))]);
      await approve();
      await world.work('submission.register', DUKCAPIL);
      await world.work('data.verify', DUKCAPIL);
    },
    /** What letters and mails got, and is not among what the administrator is told of beforehand. */
    untold(): string[] {
      const examples = new Map(lettersOf([LetterValuesOfCases, MailValuesOfCases]).map(({ letter, example }) => [letter, example]));
      const mails = [...world.mails.values()].flatMap(({ subject, text }) => (subject.startsWith('mail-') ? [[subject, JSON.parse(text) as object] as const] : []));
      return [...world.letters.map(({ template, data }) => [template, data] as const), ...mails].flatMap(([template, data]) => undeclared(data, examples.get(template)).map((path) => `${template}: ${path}`));
    },
  };
}
export type CollectionWorld = Awaited<ReturnType<typeof collectionWorld>>;
