import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from '../kernel/index.js';
import type { ResourceKind } from './resource.js';

/** One diagram, form or letter of a release. */
@Entity('release_resources')
export class ReleaseResourceEntity {
  @PrimaryColumn(idColumn()) releaseId!: string;
  /** As in the package: `bpmn/pengelolaan-data.bpmn`. */
  @PrimaryColumn({ type: 'varchar', length: '200' }) path!: string;
  @Column({ type: 'varchar', length: '20' }) kind!: ResourceKind;
  @Column({ type: 'varchar', length: '100' }) key!: string;
  @Column({ type: 'text' }) content!: string;
  @Column({ type: 'varchar', length: '64' }) sha256!: string;
}
