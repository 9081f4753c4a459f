import type { FormDefinition } from '../../forms/index.js';
import type { Net } from './net.js';

/** One version of the procedures, made ready for walking: a release, or the drafts as they stand. */
export interface ReplayModel {
  readonly nets: ReadonlyMap<string, Net>;
  readonly forms: ReadonlyMap<string, FormDefinition>;
  /** Names of what an automatic step may answer; null where nobody knows the step any more. */
  readonly answersOf: (topic: string) => readonly string[] | null;
}
