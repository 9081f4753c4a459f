import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ProcessVariables } from '../../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';

/** What the engine is to do, by kind. Dates are ISO 8601. */
export interface CommandPayloads {
  readonly start: { readonly definitionId: string; readonly variables: ProcessVariables };
  readonly complete: { readonly taskId: string; readonly variables: ProcessVariables };
  readonly correlate: { readonly message: string; readonly variables: ProcessVariables; readonly where?: { readonly name: string; readonly value: string } };
  readonly reschedule: { readonly variable: string; readonly due: string; readonly where: { readonly name: string; readonly value: string } | null };
  readonly move: { readonly instanceId: string; readonly activityId: string; readonly to: string; readonly reason: string };
  readonly cancel: Readonly<Record<string, never>>;
}

export type CommandKind = keyof CommandPayloads;
/** `conflict`: what it was for had gone. `failed`: the engine refuses it; an incident until someone tries again. */
export type CommandState = 'pending' | 'done' | 'conflict' | 'failed';

/** The outbox to the engine: recorded in the transaction that decides, delivered after it. Ids sort by time. */
@Entity('engine_commands')
@Index('engine_commands_key', ['key'], { unique: true })
@Index('engine_commands_due', ['state', 'nextAt'])
@Index('engine_commands_case', ['caseId', 'state', 'id'])
export class CommandEntity {
  @PrimaryColumn(idColumn()) id!: string;
  @Column({ type: 'varchar', length: '255' }) key!: string;
  @Column(idColumn({})) caseId!: string;
  @Column({ type: 'varchar', length: '20' }) kind!: CommandKind;
  @Column(jsonColumn()) payload!: CommandPayloads[CommandKind];
  @Column({ type: 'varchar', length: '20' }) state!: CommandState;
  /** Deliveries begun, the one under way included. */
  @Column({ type: 'integer' }) attempts!: number;
  /** Answers of the engine that said no. */
  @Column({ type: 'integer' }) refusals!: number;
  @Column(timeColumn()) nextAt!: Date;
  @Column(idColumn({ nullable: true })) leaseOwner!: string | null;
  @Column(timeColumn({ nullable: true })) leaseUntil!: Date | null;
  @Column({ type: 'text', nullable: true }) error!: string | null;
  @Column(timeColumn()) createdAt!: Date;
  @Column(timeColumn({ nullable: true })) doneAt!: Date | null;
  /** Of the request or task that recorded it; the tasks that follow from it go on under this id. */
  @Column(idColumn({ nullable: true })) correlationId!: string | null;
}
