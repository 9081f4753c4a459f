import type { PageNeed } from '../ports.js';
import type { Resource } from '../resource.js';

/** A release that cases still run on. */
export interface RunningRelease {
  readonly version: number;
  readonly resources: readonly Resource[];
}

/** A person whom a diagram may name. */
export interface KnownPerson {
  readonly name: string;
  /** Whether he may work at all. */
  readonly active: boolean;
  readonly roles: readonly string[];
}

/** What a release is compared with beside itself; nothing of it is known outside a running application. */
export interface Surroundings {
  /** The files of the newest release: what was taken out since then is told by them. */
  readonly before: readonly Resource[];
  readonly running: readonly RunningRelease[];
  /** By what they sign in with; null where nobody is known. */
  readonly people: ReadonlyMap<string, KnownPerson> | null;
  /** What pages of the admin need of forms. Default: nothing. */
  readonly pages?: readonly PageNeed[];
}

export const ALONE: Surroundings = { before: [], running: [], people: null };
