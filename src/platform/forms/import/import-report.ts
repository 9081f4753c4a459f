import type { Text } from '../../../sdk/index.js';
import type { FormComponent } from '../form-definition.js';

/** One thing that a person is told of a component; all empty where it is about the form as a whole. */
export interface ImportNote {
  /** Its key in the draft, or in the file where it was not taken. */
  readonly key: string;
  readonly label: string;
  readonly type: string;
  /** What it stands in, by label, from the outside in. */
  readonly inside: readonly string[];
  readonly message: Text;
}

/** What of a foreign form may stand in ours, and all that was refused or changed on the way. */
export interface ImportedForm {
  readonly display: 'form' | 'wizard';
  readonly components: readonly FormComponent[];
  readonly english: Readonly<Record<string, string>>;
  /** How many components were taken. */
  readonly taken: number;
  readonly refused: readonly ImportNote[];
  readonly changed: readonly ImportNote[];
}
