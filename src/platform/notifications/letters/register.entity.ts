import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { timeColumn } from '../../kernel/index.js';

/** The last number of a register in a year. */
@Entity('registers')
export class RegisterEntity {
  @PrimaryColumn({ type: 'varchar', length: '64' }) name!: string;
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @Column({ type: 'integer' }) last!: number;
}

/** A number that was given, and for what. Never given again. */
@Entity('register_numbers')
@Index('register_numbers_once', ['register', 'year', 'sequence'], { unique: true })
export class RegisterNumberEntity {
  @PrimaryColumn({ type: 'varchar', length: '255' }) key!: string;
  @Column({ type: 'varchar', length: '64' }) register!: string;
  @Column({ type: 'integer' }) year!: number;
  @Column({ type: 'integer' }) sequence!: number;
  @Column({ type: 'varchar', length: '255' }) text!: string;
  @Column(timeColumn()) givenAt!: Date;
}
