import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** `completing`: the submission is saved, the engine does not know yet. */
export type TaskState = 'open' | 'completing' | 'completed' | 'cancelled';

/** Why the one that a task was meant for does not have it. */
export type Missed = 'unknown' | 'locked' | 'role' | 'office' | 'not-done' | 'by-nobody';

/** Whom the diagram chose for a task, beside its role. */
export interface ChosenPerson {
  /** The person, or who did the other step; empty where nobody is known. */
  readonly name: string;
  /** The other step, where it says “the same as in”. */
  readonly sameAs: string | null;
  /** Null while it is that person's. */
  readonly missed: Missed | null;
  /** When it fell to the role; ISO 8601. */
  readonly missedAt: string | null;
}

/** What a person has to do, as our own record: it stays after the engine's history has gone. */
@Entity('tasks')
@Index('tasks_inbox', ['state', 'role', 'officeId', 'sortKey', 'id'])
@Index('tasks_of_office', ['state', 'officeId', 'sortKey', 'id'])
@Index('tasks_urgent', ['state', 'sortKey', 'id'])
@Index('tasks_assignee', ['assigneeId', 'state'])
@Index('tasks_completed', ['completedAt', 'state'])
@Index('tasks_waiting', ['caseId', 'state', 'formKey', 'role', 'createdAt'])
@Index('tasks_instance', ['instanceId', 'state'])
export class TaskEntity {
  /** The engine's id of the user task. */
  @PrimaryColumn(idColumn()) id!: string;
  @Column(idColumn({})) caseId!: string;
  @Column(idColumn({})) instanceId!: string;
  @Column({ type: 'varchar', length: '200' }) elementId!: string;
  @Column({ type: 'varchar', length: '255' }) name!: string;
  @Column({ type: 'varchar', length: '100', nullable: true }) formKey!: string | null;
  @Column(idColumn({ nullable: true })) role!: string | null;
  /** Roles that may record a paper answer in place of the first, as the diagram lists them: `operator, staf@walidata`. */
  @Column(idColumn({ nullable: true })) recordedBy!: string | null;
  @Column(idColumn({ nullable: true })) officeId!: string | null;
  @Column({ type: 'varchar', length: '20', nullable: true }) step!: string | null;
  @Column({ type: 'varchar', length: '20' }) state!: TaskState;
  @Column(idColumn({ nullable: true })) assigneeId!: string | null;
  @Column({ type: 'varchar', length: '255', nullable: true }) assigneeName!: string | null;
  /** Null: any of the role. */
  @Column(jsonColumn({ nullable: true })) chosen!: ChosenPerson | null;
  @Column(timeColumn({ nullable: true })) dueAt!: Date | null;
  /** Dates are text: tasks without one come last. */
  @Column({ type: 'varchar', length: '24' }) sortKey!: string;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn({ nullable: true })) completedAt!: Date | null;
}

/** What {@link TaskEntity.sortKey} holds for a due date. */
export const sortKeyOf = (dueAt: Date | null): string => dueAt?.toISOString() ?? '9999';
