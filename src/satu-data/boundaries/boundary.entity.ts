import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, jsonColumn, maybe, textColumn, timeColumn } from '../shared/columns.js';

/** Outlines of regions for maps, as somebody of the office has brought them; the file itself is kept. */
@Entity('satu_data_boundaries')
@Index('satu_data_boundaries_level', ['level', 'at'])
export class BoundaryEntity {
  @PrimaryColumn(idColumn) id!: string;
  /** Of whom they are, as it is written below maps. */
  @Column(textColumn) source!: string;
  /** The property with the region's code. */
  @Column(textColumn) property!: string;
  /** Whose codes they are; null where it was put in before there was a choice: the ministry's. */
  @Column(maybe(idColumn)) scheme!: string | null;
  @Column({ type: 'integer' }) level!: number;
  @Column(jsonColumn) codes!: string[];
  @Column(idColumn) fileId!: string;
  @Column(textColumn) fileName!: string;
  @Column(idColumn) sha256!: string;
  @Column(idColumn) userId!: string;
  @Column(textColumn) userName!: string;
  @Column(timeColumn) at!: Date;
}
