import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleSettings } from '../datasets/rule-settings.js';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';
import type { EmptySign } from '../tables/sign-list.js';
import type { ComparedWith } from '../verification/checks-passed.js';
import type { Judged } from '../verification/judged.js';

/** How the office weighs the built-in rules: one row, or none as long as nobody has set them otherwise. */
@Entity('satu_data_office_rules')
export class OfficeRulesEntity {
  @PrimaryColumn(idColumn) id!: 'office';
  @Column({ type: 'integer' }) version!: number;
  @Column(jsonColumn) settings!: Partial<RuleSettings>;
  /** Signs that mean no value in tables. Null: the usual ones. */
  @Column(maybe(jsonColumn)) emptySigns!: EmptySign[] | null;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}

/** By what a delivery was checked: its report says so, whatever is set afterwards. */
@Entity('satu_data_verification_runs')
export class VerificationRunEntity {
  @PrimaryColumn(idColumn) deliveryId!: string;
  @Column(timeColumn) at!: Date;
  @Column(jsonColumn) settings!: RuleSettings;
  /** Null in runs of before it was kept. */
  @Column(maybe(jsonColumn)) compared!: ComparedWith | null;
  /** How many rows each rule was held against. Null in runs of before it was kept. */
  @Column(maybe(jsonColumn)) judged!: Judged[] | null;
}

export const ruleEntities = [OfficeRulesEntity, VerificationRunEntity];
