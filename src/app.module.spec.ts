import { withDatabase } from '../test/support/database.js';
import { databaseParts } from './tertib.module.js';
import { SatuData } from './satu-data/index.js';

/** As `migration:generate --check` would, for every table of the application at once. */
it('has no drift between all entities and all migrations', async () => {
  const { database, close } = await withDatabase(databaseParts([SatuData]));
  const { upQueries } = await database.writer.driver.createSchemaBuilder().log();
  expect(database.writer.entityMetadatas.length).toBeGreaterThan(30);
  await close();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
