import { Raw, type FindOperator } from 'typeorm';

/** What was published and what was found unfit, was late or was never given all end as `archived`: where a data set has been, its history says alone. For a `where` on its id. */
const went = (is: 'EXISTS' | 'NOT EXISTS', way: string): FindOperator<string> =>
  Raw((id) => `${is} (SELECT 1 FROM satu_data_dataset_states went WHERE went."datasetId" = ${id} AND ${way})`);

/** Has its address on the portal for good. */
export const wasPublished = (): FindOperator<string> => went('EXISTS', `went."after" = 'published'`);

/** Not by BPS, that is: what the office itself does not publish are sound data all the same. */
export const notFoundUnfit = (): FindOperator<string> => went('NOT EXISTS', `went."before" = 'sent_to_bps' AND went."after" = 'rejected'`);
