import { dataList, period } from '../../support/answers.js';
import { checkBag } from '../../support/bag.js';
import type { Stage } from '../../support/stage.js';

type Row = Readonly<Record<string, unknown>>;

/** The rows of the data list that stay in it. */
export const listed = (keep: RegExp) => dataList((rows) => rows.filter(({ nama }) => keep.test(nama)));

/** Steps 1 to 3, so that the list is to be drawn up. */
export async function openPeriod(stage: Stage, title: string, changed: Row = {}): Promise<string> {
  const caseId = await (await stage.who('kadis')).start('pengelolaan-data', period(title, changed));
  await stage.acts(caseId, 'kadis menugaskan-kabid', 'kabid mengarahkan-kasi', 'kasi mengarahkan-staf');
  return caseId;
}

/** Steps 5 to 7, all in favour: the producers are asked. */
export const askProducers = (stage: Stage, caseId: string): Promise<void> =>
  stage.acts(caseId, 'kasi mengoreksi-daftar', 'kasi mengirim-permintaan-bps', 'bps memeriksa-permintaan', 'kasi mengirim-permintaan');

export interface DatasetRow {
  readonly id: string;
  readonly officeId: string;
  readonly slug: string;
  readonly title: string;
  readonly state: string;
  readonly stateReason: string | null;
}

/** The period's data sets, by part of their title. */
export async function datasetOf(stage: Stage, caseId: string, title: string): Promise<DatasetRow> {
  const [row] = await stage.records.query<DatasetRow>(`SELECT * FROM satu_data_datasets WHERE "periodId" = ? AND title LIKE ?`, [caseId, `%${title}%`]);
  if (!row) throw new Error(`No data set ${title}`);
  return row;
}

export const requestState = async (stage: Stage, caseId: string, officeId: string): Promise<unknown> =>
  (await stage.records.query('SELECT state FROM satu_data_requests WHERE "periodId" = ? AND "officeId" = ?', [caseId, officeId]))[0]?.['state'];

/** Steps 10 to 12 of one data set: it lies with BPS. */
export async function toBps(stage: Stage, caseId: string, dataset: string): Promise<void> {
  for (const [person, element] of [['staf', 'menganalisis'], ['kasi', 'memeriksa-analisis'], ['kasi', 'mengirim-analisis']] as const) await stage.act(caseId, person, element, { about: dataset });
}

/** Steps 14 and 15 of one data set. */
export async function publish(stage: Stage, caseId: string, { id, slug }: DatasetRow): Promise<void> {
  await stage.act(caseId, 'kasi', 'memerintahkan-publikasi', { about: id });
  await stage.act(caseId, 'staf', 'mendiseminasikan', { about: id });
  await stage.until(`${slug} is public`, async () => (await stage.records.query(`SELECT id FROM satu_data_datasets WHERE id = ? AND state = 'published'`, [id])).length === 1);
}

/** The one bag of a case. */
export async function bagOf(stage: Stage, caseId: string): ReturnType<typeof checkBag> {
  const archives = await stage.records.query('SELECT * FROM satu_data_archives WHERE "periodId" = ?', [caseId]);
  const bags = await stage.records.query(`SELECT id FROM files WHERE "caseId" = ? AND type = 'application/zip'`, [caseId]);
  if (archives.length !== 1 || bags.length !== 1) throw new Error(`${archives.length} records of the archive and ${bags.length} bags`);
  return checkBag((await (await stage.who('staf')).send('GET', `/api/files/${archives[0]?.['fileId']}`)).bytes);
}
