import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

/** From preparation to one of the ends: requests sent = complete + late + not_available + incomplete + cancelled. */
export type RequestState = 'prepared' | 'sent' | 'verifying' | 'correcting' | 'complete' | 'late' | 'not_available' | 'incomplete' | 'cancelled';

/** What one producer is asked for in one period. */
@Entity('satu_data_requests')
@Index('satu_data_requests_office', ['periodId', 'officeId'], { unique: true })
export class RequestEntity {
  @PrimaryColumn(idColumn) id!: string;
  @Column(idColumn) periodId!: string;
  @Column(idColumn) officeId!: string;
  @Column(idColumn) officeCode!: string;
  /** Ends submission and leader validation of the current round, by the server's clock. */
  @Column(timeColumn) deadline!: Date;
  /** Working days before the deadline at which the producer is reminded; null where the office's setting holds. */
  @Column(maybe(jsonColumn)) reminderDays!: readonly number[] | null;
  /** The next reminder, or the deadline where there is none any more. */
  @Column(timeColumn) remindAt!: Date;
  /** The last reminder of this round. */
  @Column(maybe(timeColumn)) remindedAt!: Date | null;
  /** 0 is the first asking; each return adds one. */
  @Column({ type: 'integer' }) round!: number;
  /** When the producer was asked, given back or asked once more; null: when it was sent. What its leader was told before is done with. */
  @Column(maybe(timeColumn)) roundSince!: Date | null;
  @Column(idColumn) state!: RequestState;
  @Column(maybe(idColumn)) letterId!: string | null;
  @Column(maybe(textColumn)) letterNumber!: string | null;
  @Column(maybe(idColumn)) processInstanceId!: string | null;
  @Column(maybe(timeColumn)) sentAt!: Date | null;
  @Column(maybe(timeColumn)) endedAt!: Date | null;
}

/** When what is owed now was asked for. */
export const askedSince = ({ roundSince, sentAt }: Pick<RequestEntity, 'roundSince' | 'sentAt'>): Date | null => roundSince ?? sentAt;
