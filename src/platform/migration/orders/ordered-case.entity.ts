import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Text } from '../../../sdk/index.js';
import { idColumn, jsonColumn, timeColumn } from '../../kernel/index.js';
import type { Prepared } from '../judgement/verdict.js';

/** `refused`: it stays on its version, for the reason given. `cancelled`: the order was, before its turn came. */
export type OrderedState = 'waiting' | 'moved' | 'refused' | 'cancelled';

/** One case of an order. */
@Entity('migration_cases')
@Index('migration_cases_turn', ['orderId', 'state', 'nextAt'])
export class OrderedCaseEntity {
  @PrimaryColumn(idColumn()) orderId!: string;
  @PrimaryColumn(idColumn()) caseId!: string;
  @Column({ type: 'varchar', length: '20' }) state!: OrderedState;
  /** Why it was refused, one sentence each. */
  @Column(jsonColumn()) reasons!: readonly Text[];
  /** Keys of the losses that the administrator agreed to; any other refuses the case. */
  @Column(jsonColumn()) consented!: readonly string[];
  /** What it lost. */
  @Column(jsonColumn()) losses!: readonly Text[];
  /** Of the last try, before the engine was asked. */
  @Column(jsonColumn({ nullable: true })) prepared!: Prepared | null;
  /** Times that it could not go just then. */
  @Column({ type: 'integer' }) attempts!: number;
  @Column(timeColumn()) nextAt!: Date;
  @Column(timeColumn({ nullable: true })) at!: Date | null;
}
