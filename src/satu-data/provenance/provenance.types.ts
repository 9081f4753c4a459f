import type { Text } from 'tertib';

/** Whom a fact is told: `unprotected` ones stay out of what hides cells, for they would help to compute them. */
export type Audience = 'everybody' | 'unprotected' | 'staff';

export interface ProvenanceFact {
  readonly label: Text;
  readonly value: Text;
  readonly audience: Audience;
  /** Id of the stored file that it is about; for staff. */
  readonly fileId?: string;
}

/** Who did it: the role and the office, and for staff the person. */
export interface ProvenanceActor {
  readonly role: Text | null;
  readonly office: string | null;
  readonly name: string | null;
}

/** One step of the procedure on a figure's way, in the words in which it is told. */
export interface ProvenanceStep {
  /** Number of the step in the SOP. */
  readonly step: string;
  readonly title: Text;
  /** ISO 8601; null where nothing of it is recorded. */
  readonly at: string | null;
  readonly by: ProvenanceActor | null;
  readonly facts: readonly ProvenanceFact[];
}

/** How a computed column is computed. */
export interface ProvenanceFormula {
  /** With the titles of its columns; of what was published before in Indonesian alone. */
  readonly formula: Text | string;
  /** Names of the columns that it reads. */
  readonly columns: readonly string[];
}

/** Where the numbers of a data set come from: the steps that they all have in common, and what leads from one of them to its cells. */
export interface Provenance {
  readonly steps: readonly ProvenanceStep[];
  readonly formulas: Readonly<Record<string, ProvenanceFormula>>;
  readonly source: {
    readonly fileName: string | null;
    /** Letters of the columns in the file; none of what was typed into the grid. */
    readonly columns: Readonly<Record<string, string>>;
    /** Of the rows that are shown, in their order. */
    readonly rowNumbers: readonly number[];
  };
}
