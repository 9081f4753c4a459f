import { withDatabase } from '../../../test/support/database.js';
import { collectionEntities } from './entities.js';
import { SatuData1732300008000 } from './initial.migration.js';

it('has no drift between entities and migrations', async () => {
  const test = await withDatabase({ entities: collectionEntities, migrations: [SatuData1732300008000] });
  expect((await test.database.writer.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  await test.close();
});
