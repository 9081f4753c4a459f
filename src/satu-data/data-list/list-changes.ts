import { Injectable } from '@nestjs/common';
import { Asker, Clock, type Principal } from 'tertib';
import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { ListChangeEntity, type ChangeKind, type ListRowEntity } from './data-list.entities.js';
import { inChunks } from '../shared/in-chunks.js';
import type { RowValues } from './list-fields.js';

type Written = Pick<ListRowEntity, 'id' | 'periodId' | 'version'>;
/** One change of a row, before who and when. */
export interface Change {
  readonly row: Written;
  readonly kind: ChangeKind;
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const same = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one, other) || (isBlank(one) && isBlank(other)) || (Array.isArray(one) && Array.isArray(other) && isDeepStrictEqual(one.map(bare), other.map(bare)));
const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
/** A column or a rule without what is said of it by saying nothing. */
const bare = (line: unknown): unknown => (typeof line === 'object' && line !== null ? Object.fromEntries(Object.entries(line).filter(([, value]) => value !== false && !isBlank(value))) : line);

/** Fields of `after` that say something else than `before`. */
export const changedFields = (before: RowValues, after: RowValues): string[] => Object.keys(after).filter((key) => !same(before[key], after[key]));

export const fieldChanges = (row: Written, before: RowValues, after: RowValues): Change[] =>
  changedFields(before, after).map((field) => ({ row, kind: 'changed', field, before: before[field] ?? null, after: after[field] ?? null }));

/** Writes down who changed what; the only place that does. */
@Injectable()
export class ListChanges {
  constructor(
    private readonly asker: Asker,
    private readonly clock: Clock,
  ) {}

  /** `person`: null where it was nobody's doing but the application's. */
  async write(db: EntityManager, changes: readonly Change[], person: Pick<Principal, 'id' | 'name'> | null = this.asker.current()): Promise<void> {
    const at = this.clock.now();
    const entities = changes.map(({ row, kind, field, before, after }): ListChangeEntity => ({
      id: uuidv7(), periodId: row.periodId, rowId: row.id, version: row.version, kind, field: field ?? null, before: before ?? null, after: after ?? null, userId: person?.id ?? null, userName: person?.name ?? 'Tertib', at,
    }));
    await inChunks(entities, (chunk) => db.insert(ListChangeEntity, chunk as never));
  }
}
