import type { Resource } from '../resource.js';

/** A release that cases still run on. */
export interface RunningRelease {
  readonly version: number;
  readonly resources: readonly Resource[];
}

/** What a release is compared with beside itself; nothing of it is known outside a running application. */
export interface Surroundings {
  /** The files of the newest release: what was taken out since then is told by them. */
  readonly before: readonly Resource[];
  readonly running: readonly RunningRelease[];
}

export const ALONE: Surroundings = { before: [], running: [] };
