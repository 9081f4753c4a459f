import { built } from '../support/built.mjs';

const STATES = ['asked', 'asked', 'delivered', 'in_verification', 'returned', 'complete', 'complete', 'complete', 'analysed', 'scheduled', 'sent_to_bps', 'late'];
const ANSWERED = new Set(['in_verification', 'returned', 'complete', 'analysed', 'scheduled', 'sent_to_bps']);
const CHUNK = 400;
const FORMS = ['analisis', 'pemeriksaan-analisis', 'kelayakan', 'perintah-publikasi', 'diseminasi'];
const HOUR = 3_600_000;
/** As wide as a real one: what the board must not read to count. */
const VARIABLES = Array.from({ length: 12 }, (_, number) => ({ name: `v${number}`, title: `Peubah ${number}`, type: 'integer', unit: 'orang', required: true, key: false, definition: 'Banyaknya penduduk menurut golongan (sintetis)' }));

/**
 * One period with this many producers and data sets of each (sintetis), in every state at once, and a task that is open and one that is done for each data set.
 *
 * @param {any} database
 * @param {{ periodId: string, producers: number, datasets: number, now: Date }} given
 */
export async function seedBoard(database, { periodId, producers, datasets, now }) {
  const { PeriodEntity } = await built('satu-data/periods/period.entity.js');
  const { RequestEntity } = await built('satu-data/requests/request.entity.js');
  const { DatasetEntity } = await built('satu-data/datasets/dataset.entity.js');
  const { TaskEntity } = await built('platform/cases/index.js');
  const { DeliveryEntity } = await built('satu-data/deliveries/delivery.entity.js');
  const ago = (/** @type {number} */ hours) => new Date(now.getTime() - hours * HOUR);
  const deadline = ago(-24 * 10);
  await database.tx(async (/** @type {any} */ db) => {
    const put = async (/** @type {any} */ entity, /** @type {object[]} */ rows) => {
      for (let start = 0; start < rows.length; start += CHUNK) await db.createQueryBuilder().insert().into(entity).values(rows.slice(start, start + CHUNK)).updateEntity(false).execute();
    };
    await put(PeriodEntity, [{ id: periodId, title: 'Periode sintetis', year: 2026, scope: null, deadline, releaseDate: deadline, state: 'collecting', openedAt: ago(900) }]);
    for (let office = 0; office < producers; office++) {
      const of = { officeId: `o${office}`, officeCode: `OPD${office}` };
      await put(RequestEntity, [{ ...of, id: `r${office}`, periodId, deadline, remindAt: deadline, round: 0, state: 'sent', letterId: null, letterNumber: String(office), processInstanceId: null, sentAt: ago(700), endedAt: null }]);
      const rows = Array.from({ length: datasets }, (_, number) => ({
        ...of, id: `d${office}-${number}`, periodId, position: office * datasets + number, code: `${office}.${number}`, ddpCode: '-', slug: `d${office}-${number}`, title: `Banyaknya penduduk menurut golongan ${number} (sintetis)`, kind: 'statistik', subject: 'variabel',
        riskClass: 'terbuka', definition: 'Sintetis', unit: 'orang', decimalMark: ',', variables: VARIABLES, rules: [], indicators: [], state: STATES[(office * 7 + number * 3) % STATES.length] ?? 'asked', updatedAt: ago((office * 13 + number) % 600),
        analysisHandedOnAt: number % 2 ? ago(number) : null, releaseDate: ago(number - 25),
      }));
      await put(DatasetEntity, rows);
      const task = { caseId: periodId, instanceId: 'i', elementId: 'e', name: 'Sintetis', recordedBy: null, officeId: null, step: null, assigneeId: null, assigneeName: null, chosen: null, dueAt: null, sortKey: '9999', createdAt: now, completedAt: null };
      await put(TaskEntity, rows.flatMap(({ id }, number) => ['open', 'completed'].map((state) => ({ ...task, id: `${state}-${id}`, state, formKey: FORMS[number % FORMS.length], role: number % 2 ? 'kasi' : 'staf' }))));
      const answered = rows.filter(({ state }) => ANSWERED.has(state));
      await put(DeliveryEntity, answered.map(({ id, officeId }, number) => ({ id: `v${id}`, datasetId: id, requestId: `r${office}`, officeId, round: 0, kind: 'data', status: 'validated', submissionId: 's', submittedBy: 'u', submittedByName: 'u', submittedAt: ago(650), validatedAt: ago((office * 17 + number * 11) % 640), inTime: true })));
    }
  });
}
