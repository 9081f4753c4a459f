import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JsonSchema } from '../../../sdk/index.js';
import { idColumn, jsonColumn } from '../../kernel/index.js';

/** What a handler promised when a release that uses its topic was made. */
@Entity('release_contracts')
export class ReleaseContractEntity {
  @PrimaryColumn(idColumn()) releaseId!: string;
  /** As the release's diagrams write it. */
  @PrimaryColumn({ type: 'varchar', length: '200' }) topic!: string;
  @Column({ type: 'varchar', length: '64' }) hash!: string;
  /** JSON Schema; null: not described. */
  @Column(jsonColumn({ nullable: true })) input!: JsonSchema | null;
  @Column(jsonColumn({ nullable: true })) output!: JsonSchema | null;
}
