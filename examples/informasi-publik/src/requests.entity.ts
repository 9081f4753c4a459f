import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One request in the register. Moments are ISO 8601 text; null until they come. */
@Entity('informasi_publik_requests')
export class RequestEntity {
  @PrimaryColumn({ type: 'varchar', length: '64' }) caseId!: string;
  @Column({ type: 'varchar', length: '64', nullable: true }) number!: string | null;
  @Column({ type: 'varchar', length: '150' }) applicant!: string;
  @Column({ type: 'varchar', length: '300' }) address!: string;
  @Column({ type: 'varchar', length: '254', nullable: true }) email!: string | null;
  @Column({ type: 'text' }) subject!: string;
  @Column({ type: 'varchar', length: '24' }) receivedAt!: string;
  @Column({ type: 'varchar', length: '24' }) dueAt!: string;
  @Column({ type: 'varchar', length: '24', nullable: true }) extendedAt!: string | null;
  @Column({ type: 'varchar', length: '24', nullable: true }) answeredAt!: string | null;
  /** Working days from the request, or the day it was complete, to the answer. */
  @Column({ type: 'integer', nullable: true }) daysTaken!: number | null;
  @Column({ type: 'varchar', length: '20', nullable: true }) outcome!: Outcome | null;
  /** Letters of Article 17, such as `a,h`. */
  @Column({ type: 'varchar', length: '20' }) grounds!: string;
  @Column({ type: 'varchar', length: '24', nullable: true }) deliveredAt!: string | null;
  @Column({ type: 'varchar', length: '24', nullable: true }) objectUntil!: string | null;
  @Column({ type: 'varchar', length: '24', nullable: true }) objectedAt!: string | null;
  @Column({ type: 'varchar', length: '24', nullable: true }) objectionDueAt!: string | null;
  @Column({ type: 'varchar', length: '24', nullable: true }) objectionAnsweredAt!: string | null;
  @Column({ type: 'boolean' }) upheld!: boolean;
}

export type Outcome = 'diberikan' | 'sebagian' | 'ditolak' | 'tidak-dikuasai';
