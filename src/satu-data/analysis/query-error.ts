import type { Text } from 'tertib';

/** What was asked is not in the data set; said to whoever asked. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(readonly text: Text) {
    super(text.en);
  }
}
