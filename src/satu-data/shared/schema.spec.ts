import { withDatabase } from '../../../test/support/database.js';
import { collection } from '../collection.js';

it('has no drift between entities and migrations', async () => {
  const test = await withDatabase(collection);
  expect((await test.database.writer.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  await test.close();
});
