import type { Text } from 'tertib';
import type { Given } from '../opened.js';

/** Another data set of the period that formulas name. */
export interface OtherGiven {
  /** As they name it. */
  readonly name: string;
  /** What people call it, with its office; as it is named where there is none such. */
  readonly title: string;
  /** Null where it cannot be used. */
  readonly given: Given | null;
  /** Why not. */
  readonly lacks: Text | null;
  /** Its delivery where it can be used at all, whoever asks; null where not. */
  readonly stamp: string | null;
  /** Whether its table of this period has been published, which stays so when the period is archived. */
  readonly wasPublished: boolean;
  /** Whether that is why the asker sees it, who sees nothing else of it. */
  readonly isPublicOnly: boolean;
}
