import { Injectable } from '@nestjs/common';
import { Asker, Clock } from 'tertib';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetStateEntity } from './dataset-state.entity.js';
import { DatasetEntity } from './dataset.entity.js';
import { nextStates, type DatasetState } from './dataset.states.js';

export interface Move {
  /** The handler or form that moves it; stands in the error of a wrong move. */
  readonly at: string;
  readonly reason?: string | null;
}

/** The only way to change a data set's state: by the transition table, with its history. */
@Injectable()
export class DatasetLifecycle {
  constructor(
    private readonly clock: Clock,
    private readonly asker: Asker,
  ) {}

  /** Does nothing where the data set already is in that state. @throws when the table knows no such way. */
  async move(db: EntityManager, datasetId: string, to: DatasetState, { at, reason = null }: Move): Promise<void> {
    const { state } = await db.findOneByOrFail(DatasetEntity, { id: datasetId });
    if (state === to) return;
    if (!nextStates(state).includes(to)) throw new Error(`${at}: a data set that is ${state} cannot become ${to}`);
    const now = this.clock.now();
    await db.update(DatasetEntity, { id: datasetId }, { state: to, stateReason: reason, updatedAt: now });
    await db.insert(DatasetStateEntity, { id: uuidv7(), datasetId, before: state, after: to, reason, userId: this.asker.current()?.id ?? null, at: now });
  }
}
