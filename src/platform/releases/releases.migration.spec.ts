import { withDatabase } from '../../../test/support/database.js';
import { entities, migrations } from './index.js';

it('has no drift between entities and migrations', async () => {
  const { database, close } = await withDatabase({ entities, migrations });
  const { upQueries } = await database.writer.driver.createSchemaBuilder().log();
  await close();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
