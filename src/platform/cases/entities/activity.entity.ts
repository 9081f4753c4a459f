import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, timeColumn } from '../../kernel/index.js';

/** One passage through an element of a diagram. */
@Entity('case_activities')
@Index('case_activities_instance', ['instanceId', 'endedAt'])
@Index('case_activities_ended', ['endedAt', 'type'])
@Index('case_activities_called', ['calledInstanceId'])
export class ActivityEntity {
  /** The engine's id of the activity instance; it contains the element's id. */
  @PrimaryColumn({ type: 'varchar', length: '255' }) id!: string;
  @Column(idColumn({})) instanceId!: string;
  @Column({ type: 'varchar', length: '200' }) elementId!: string;
  /** Of which definition the element is; null: the instance's, which has never been migrated. */
  @Column({ type: 'varchar', length: '200', nullable: true }) definitionId!: string | null;
  /** As the engine writes it: `userTask`. */
  @Column({ type: 'varchar', length: '60' }) type!: string;
  @Column(timeColumn()) startedAt!: Date;
  @Column(timeColumn({ nullable: true })) endedAt!: Date | null;
  @Column({ type: 'boolean' }) canceled!: boolean;
  @Column(idColumn({ nullable: true })) calledInstanceId!: string | null;
  @Column(idColumn({ nullable: true })) taskId!: string | null;
}
