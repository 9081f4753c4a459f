import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import type { Changes } from '../changes/changes-since.js';
import type { Row } from '../analysis/analyse.js';
import type { PersonalCounts } from '../disclosure/personal-values.js';
import type { HiddenCell } from '../disclosure/protect.js';
import type { UnclearSum } from '../disclosure/unclear-sums.js';
import type { TableRow } from '../tables/index.js';
import type { Remark } from '../tables/table.types.js';

/** How a large table lies in its file (Parquet): `c0`, `c1`, … as written, `v0`, `v1`, … as canonical text, `n` the row's number in the upload. */
export interface LargeShape {
  /** Number of columns as written. */
  readonly width: number;
  /** Which of those holds which variable. */
  readonly places: Readonly<Record<string, number>>;
  /** The variables that it has, in the order of `v0`, `v1`, … */
  readonly names: readonly string[];
  /** Headers that belong to no variable. */
  readonly unknown: readonly string[];
  /** Which line the first row stood in; 2 where it is not said. */
  readonly firstRow?: number;
  /** Whether numbers that may be two were refused. */
  readonly strict?: boolean;
  /** Signs that were taken for no value. */
  readonly signs?: readonly string[];
  /** Columns of which a cell was refused, and as what they were read. Not there where none was, and of tables that were read before it was kept. */
  readonly refused?: { readonly mark: DecimalMark; readonly columns: Readonly<Record<string, Pick<Variable, 'type' | 'unit'>>> };
  /** What is said of how the table was read. */
  readonly remarks?: readonly Remark[];
}

/** What is asked of a large table again and again, worked out once: nothing of it changes any more. */
export interface LargeFacts {
  readonly rowCount: number;
  /** Empty or unreadable cells, of the columns of numbers. */
  readonly missing: Readonly<Record<string, number>>;
  /** Against last year's; null where there is none. */
  readonly changes: Changes | null;
  /** The delivery that was last year's then; not there where it was read before that was kept. */
  readonly comparedWith?: string | null;
  /** Cells that are about persons, of all its rows; not there where it was read before they were looked for. */
  readonly personal?: PersonalCounts;
}

/** The first rows, as people look at them. */
export interface LargeHead {
  readonly rows: TableRow[];
  readonly rowNumbers: number[];
}

/** The table added up by some of its keys, small enough to be analysed in memory. */
export interface LargeSummary {
  readonly keys: readonly string[];
  /** Columns of numbers that add up, over all times that a row is of. A sum of which a part is missing is missing itself. */
  readonly measures: readonly string[];
  readonly rows: readonly Row[];
  /** Two of them, by their places, of which rows that were added up cover a part of each other; twice the same where that is so within it. Not there where there are none, and of tables that were read before that was looked for. */
  readonly overlaps?: readonly (readonly [number, number])[];
}

/** What of a large table is not told when it is published. */
export interface LargeHidden {
  /** Cells, in the file and of the totals. */
  readonly count: number;
  /** Those that its page shows, and of each column that has others one more. */
  readonly cells: readonly HiddenCell[];
  /** Hidden cells that a reader could compute all the same, the first ones by the keys of their rows (null: the totals). */
  readonly open: { readonly count: number; readonly named: readonly { readonly row: string | null; readonly column: string }[] };
  /** Hidden cells, together, whose sum tells of a few and could be computed, the first ones in the same way. */
  readonly openSums: { readonly count: number; readonly named: readonly LargeHidden['open']['named'][] };
  /** Values that may be sums of rows that nobody knows, the first ones; none where nothing is hidden. */
  readonly unclear: readonly UnclearSum[];
  /** Why it could not be worked out: shares of negative contributions, or too many rows with a hidden cell. */
  readonly refused: 'negative' | 'many' | null;
}

export interface Taken {
  readonly shape: LargeShape;
  readonly facts: LargeFacts;
  readonly head: LargeHead;
  readonly summary: LargeSummary;
}
