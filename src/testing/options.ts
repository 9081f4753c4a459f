import type { ModuleMetadata } from '@nestjs/common';
import type { OfficeKind, Plugin } from '../sdk/index.js';

/** Somebody who works in the test. @beta */
export interface TestPerson {
  /** Keys of their roles. */
  readonly roles: readonly string[];
  /** Code of the office where the roles are held. Default: none, which only people of the data steward's office may have. */
  readonly office?: string;
  /** Default: the user name. */
  readonly name?: string;
  /** Default: `<user name>@example.org`. */
  readonly email?: string;
}

/** An office, by its code. @beta */
export interface TestOffice {
  /** What its people see follows from it: a producer (`produsen`) only its own. */
  readonly kind: OfficeKind;
  /** Default: the code. */
  readonly name?: string;
  /** Default: `<code>@example.org`, in lower case. */
  readonly email?: string;
}

/** What a procedure is tested with. @beta */
export interface ProcedureTestOptions extends Pick<ModuleMetadata, 'imports'> {
  /** Whose diagrams, forms, letters and handlers make the version that is deployed. */
  readonly plugins: readonly Plugin[];
  /** Who can do tasks, by user name: one role, several, or all about the person. An administrator `admin` is always there. */
  readonly people?: Readonly<Record<string, string | readonly string[] | TestPerson>>;
  /** Offices that take part, by code. Default: only that of the data steward. */
  readonly offices?: Readonly<Record<string, TestOffice>>;
  /** Settings of the office, by key; those that are left out have their defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Days off in the office's zone, `YYYY-MM-DD`. */
  readonly holidays?: readonly string[];
  /** Whether applications begin with their examples, as in a demonstration; they ask `ExampleData`. Default: no. */
  readonly exampleData?: boolean;
  /** The time that application and engine begin with, where it stands until the test moves it. Default: that of the machine. */
  readonly now?: Date | string;
  /** Milliseconds that automatic steps may take before the test gives up waiting for them. Default 60000. */
  readonly patience?: number;
  /** A folder where what was covered is added to what other tests of the run covered. Default: the variable `TERTIB_COVERAGE`; without it nothing is written. */
  readonly coverage?: string;
}

export const PATIENCE = 60_000;
