import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { RowValues } from './list-fields.js';
import { ListTrialEntity } from './list-trial.entity.js';

/** The data list of a period while it is worked on. */
@Entity('satu_data_lists')
export class ListEntity {
  @PrimaryColumn(idColumn) periodId!: string;
  /** `handed-in`: it lies with whoever corrects it, and its rows stand still. */
  @Column(idColumn) state!: 'open' | 'handed-in';
  /** The period that it was carried over from; null where there was none. */
  @Column(maybe(idColumn)) fromPeriodId!: string | null;
  @Column(timeColumn) startedAt!: Date;
  @Column(maybe(timeColumn)) handedInAt!: Date | null;
}

/** Against the last period: `new` is not in it, or no longer. */
export type ComparedAs = 'new' | 'same' | 'changed';
export const NO_SOURCE = 0;

/** A row of the list. Once the list is handed in, the data set has the same id. */
@Entity('satu_data_list_rows')
@Index('satu_data_list_rows_place', ['periodId', 'position'])
@Index('satu_data_list_rows_compared', ['periodId', 'removedAt', 'comparison', 'position'])
@Index('satu_data_list_rows_counts', ['periodId', 'removedAt', 'sourceId', 'problems', 'version', 'comparedTo'])
export class ListRowEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'integer' }) version!: number;
  @Column(jsonColumn) values!: RowValues;
  /** How many of its fields are not ready to be handed in. */
  @Column({ type: 'integer' }) problems!: number;
  /** The last period's data set that it was carried over from. */
  @Column(maybe(idColumn)) sourceId!: string | null;
  /** How it stands to that, as it was worked out last. */
  @Column(maybe(idColumn)) comparison!: ComparedAs | null;
  /** Against which revision of the last period's data set: {@link NO_SOURCE} where there is none. Null: not since the row was changed. */
  @Column({ type: 'integer', nullable: true }) comparedTo!: number | null;
  @Column(timeColumn) updatedAt!: Date;
  /** Taken out; it can be put back, and its history stays. */
  @Column(maybe(timeColumn)) removedAt!: Date | null;
}

/** `moved`: to another place in the list; from which number to which. */
export type ChangeKind = 'added' | 'changed' | 'removed' | 'restored' | 'moved';

/** One field of one row, changed by one person. Never changed itself. */
@Entity('satu_data_list_changes')
@Index('satu_data_list_changes_row', ['rowId', 'version'])
export class ListChangeEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column(idColumn) rowId!: string;
  /** The row's version that this made. */
  @Column({ type: 'integer' }) version!: number;
  @Column(idColumn) kind!: ChangeKind;
  @Column(maybe(idColumn)) field!: string | null;
  @Column(maybe(jsonColumn)) before!: unknown;
  @Column(maybe(jsonColumn)) after!: unknown;
  @Column(maybe(idColumn)) userId!: string | null;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

/** What is to be corrected in a row, or in one of its fields. */
@Entity('satu_data_list_marks')
@Index('satu_data_list_marks_row', ['periodId', 'rowId'])
export class ListMarkEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column(idColumn) rowId!: string;
  /** Null: the row as a whole. */
  @Column(maybe(idColumn)) field!: string | null;
  @Column(textColumn) comment!: string;
  @Column(idColumn) state!: 'open' | 'answered' | 'closed';
  /** Whose correction it is. */
  @Column(idColumn) source!: 'Kasi' | 'BPS';
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
  @Column(maybe(textColumn)) answer!: string | null;
  @Column(maybe(textColumn)) answeredBy!: string | null;
  @Column(maybe(timeColumn)) answeredAt!: Date | null;
}

/** What became of a mark, by whom; it began as `open`. Never changed itself. */
@Entity('satu_data_list_mark_steps')
@Index('satu_data_list_mark_steps_mark', ['markId'])
export class ListMarkStepEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) markId!: string;
  @Column(idColumn) state!: ListMarkEntity['state'];
  @Column(maybe(textColumn)) answer!: string | null;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

export const dataListEntities = [ListEntity, ListRowEntity, ListChangeEntity, ListMarkEntity, ListMarkStepEntity, ListTrialEntity];
