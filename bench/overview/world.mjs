import 'reflect-metadata';
import { root } from '../../src/launcher/paths.mjs';
import { caseRows } from '../replay/past.mjs';
import { built } from '../support/built.mjs';

const CHUNK = 400;
const PROCEDURE = 'pengelolaan-data';

/**
 * Finished cases of the shipped procedure in a database of the bench's own, and what is asked of it.
 *
 * @param {string} folder
 * @param {number} howMany
 */
export async function opened(folder, howMany) {
  const { AppConfig, HeavyReads, openDatabase } = await built('platform/kernel/index.js');
  const releases = await built('platform/releases/index.js');
  const cases = await built('platform/cases/index.js');
  const { ReleaseEntity } = await built('platform/releases/release.entity.js');
  const { ReleaseResourceEntity } = await built('platform/releases/release-resource.entity.js');
  const { DrawnDiagrams } = await built('platform/operate/overview/drawn-diagrams.service.js');
  const { SearchFields } = await built('platform/operate/overview/search-fields.service.js');
  const { OverviewService } = await built('platform/operate/overview/overview.service.js');
  const config = new AppConfig({ TERTIB_DATA: folder, ENGINE_URL: 'http://127.0.0.1:1/engine-rest', ENGINE_USER: 'u', ENGINE_PASSWORD: 'p' });
  const database = await openDatabase(config, { entities: [...releases.entities, ...cases.entities], migrations: [...releases.migrations, ...cases.migrations] });
  let passages = 0;
  await database.tx(async (/** @type {any} */ db) => {
    await db.insert(ReleaseEntity, { id: 'r1', version: 1, state: 'live', origin: 'shipped', note: '', sha256: '', publishedBy: null, publishedByName: null, publishedAt: new Date(), engineDeploymentId: null, failure: null });
    for (const { path, kind, key, content } of releases.shippedResources(root)) await db.insert(ReleaseResourceEntity, { releaseId: 'r1', path, kind, key, content, sha256: '' });
    for (let number = 0; number < howMany; number++) {
      const { CaseEntity = [], InstanceEntity = [], ActivityEntity = [] } = caseRows(number);
      passages += ActivityEntity.length;
      for (const [entity, rows] of Object.entries({ CaseEntity, InstanceEntity, ActivityEntity })) {
        for (let start = 0; start < rows.length; start += CHUNK) await db.createQueryBuilder().insert().into(cases[entity]).values(rows.slice(start, start + CHUNK)).updateEntity(false).execute();
      }
    }
  });
  const read = new releases.Releases(database);
  const reads = new HeavyReads(database);
  const service = new OverviewService(reads, { now: () => new Date() }, new DrawnDiagrams(read, database), new cases.ReleaseFacts(read), { all: async () => new Map() }, { byId: async () => null }, new SearchFields(read));
  return {
    passages,
    overview: () => service.of({ procedure: PROCEDURE, days: 'all' }),
    page: () => database.read.find(cases.CaseEntity, { order: { id: 'DESC' }, take: 20 }),
    async close() {
      await reads.onModuleDestroy();
      await database.close();
    },
  };
}
