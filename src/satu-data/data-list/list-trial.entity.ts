import type { Text } from 'tertib';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe } from '../shared/columns.js';
import type { OwnRuleTried } from './rules-tried.service.js';

/** A rule of the office's own that is not as it was in the last period, and what it found in that period's table. */
export interface TriedRule extends Pick<OwnRuleTried, 'judged' | 'lacking' | 'broken'> {
  /** As people read it. */
  readonly rule: Text;
  /** Of the table; null where there is none. */
  readonly rows: number | null;
}

/** The trial of a row's new and changed rules: of this version of the row, on this table. */
@Entity('satu_data_list_trials')
@Index('satu_data_list_trials_found', ['periodId', 'count'])
export class ListTrialEntity {
  @PrimaryColumn(idColumn) rowId!: string;
  @Column(idColumn) periodId!: string;
  @Column({ type: 'integer' }) version!: number;
  /** Whose table it was tried on; null where there is none. */
  @Column(maybe(idColumn)) deliveryId!: string | null;
  /** How many rules; most rows have none. */
  @Column({ type: 'integer' }) count!: number;
  @Column(jsonColumn) rules!: TriedRule[];
}
