import type { Text } from 'tertib';

/** What stops a publication, as a sentence for officials. */
export class NotPublishable extends Error {
  constructor(readonly text: Text) {
    super(text.id);
  }
}
