import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn } from '../kernel/index.js';

/** Which release an engine's process definition is of. */
@Entity('release_definitions')
@Index('release_definitions_release', ['releaseId'])
export class ReleaseDefinitionEntity {
  @PrimaryColumn({ type: 'varchar', length: '200' }) processDefinitionId!: string;
  @Column({ type: 'varchar', length: '100' }) key!: string;
  @Column(idColumn()) releaseId!: string;
}
