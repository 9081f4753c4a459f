import type { Text } from 'tertib';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { Finding } from '../verification/finding.js';
import type { RunRecord, RunState } from './background-runs.js';
import type { LargeFacts, LargeHidden, LargeHead, LargeShape, LargeSummary } from './large.types.js';

/** `verifying`: the office's own check, after it was delivered. */
export type LargeStage = 'reading' | 'checking' | 'verifying';

/** A table that is too large for memory: an uploaded file as a data set's, how far it has been read and checked, and what was worked out of it. */
@Entity('satu_data_large_tables')
@Index('satu_data_large_tables_file', ['datasetId', 'fileId'], { unique: true })
export class LargeTableEntity implements RunRecord {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) datasetId!: string;
  /** The upload. */
  @Column(idColumn) fileId!: string;
  @Column(idColumn) state!: RunState;
  @Column(idColumn) stage!: LargeStage;
  /** In percent of the stage. */
  @Column({ type: 'integer' }) progress!: number;
  /** Why it was refused or failed. */
  @Column(maybe(jsonColumn)) reason!: Text | null;
  /** When who works on it last said so; after a while without a word, somebody else may. */
  @Column(timeColumn) aliveAt!: Date;
  /** The file of values. Null until it has been read. */
  @Column(maybe(idColumn)) keptFileId!: string | null;
  @Column(maybe(jsonColumn)) shape!: LargeShape | null;
  @Column(maybe(jsonColumn)) facts!: LargeFacts | null;
  @Column(maybe(jsonColumn)) head!: LargeHead | null;
  @Column({ ...maybe(jsonColumn), select: false }) summary!: LargeSummary | null;
  /** What is hidden when it is published, and of what that was worked out. */
  @Column({ ...maybe(jsonColumn), select: false }) protection!: { readonly made: string; readonly hidden: LargeHidden } | null;
  /** What the check before the delivery found: of each rule and column the first ones. */
  @Column({ ...maybe(jsonColumn), select: false }) findings!: Finding[] | null;
  /** By what that was found; null as long as it was not checked to the end once. */
  @Column(maybe(textColumn)) checkedBy!: string | null;
}
