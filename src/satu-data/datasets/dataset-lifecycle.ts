import { Injectable } from '@nestjs/common';
import { Asker, Clock, Problem } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetStateEntity } from './dataset-state.entity.js';
import { DatasetEntity } from './dataset.entity.js';
import { inChunks } from '../shared/in-chunks.js';
import { DATASET_STATES, nextStates, type DatasetState } from './dataset.states.js';

export interface Move {
  /** The handler or form that moves it; stands in the error of a wrong move. */
  readonly at: string;
  readonly reason?: string | null;
  /** It was decided anew: kept also where the data set already is in that state. */
  readonly anew?: boolean;
}

/** The only way to change a data set's state: by the transition table, with its history. */
@Injectable()
export class DatasetLifecycle {
  constructor(
    private readonly clock: Clock,
    private readonly asker: Asker,
  ) {}

  /** Does nothing where the data set already is in that state, unless it was decided anew. @throws "dataset-elsewhere" (409) when the table knows no such way. */
  async move(db: EntityManager, datasetId: string, to: DatasetState, move: Move): Promise<void> {
    await this.moveIds(db, [datasetId], to, move);
  }

  /** The same for many of which only the ids are known. */
  async moveIds(db: EntityManager, ids: readonly string[], to: DatasetState, move: Move): Promise<void> {
    await inChunks(ids, async (some) => {
      const datasets = await db.find(DatasetEntity, { select: { id: true, state: true }, where: { id: In(some) } });
      if (datasets.length < some.length) throw new Error(`${move.at}: a data set that is to become ${to} does not exist`);
      await this.moveAll(db, datasets, to, move);
    });
  }

  /** The same for many, in a few statements; `datasets` are as they are now. */
  async moveAll(db: EntityManager, datasets: readonly Pick<DatasetEntity, 'id' | 'state'>[], to: DatasetState, { at, reason = null, anew = false }: Move): Promise<void> {
    const moved = anew ? datasets : datasets.filter(({ state }) => state !== to);
    const wrong = moved.find(({ state }) => !nextStates(state).includes(to));
    if (wrong) throw noWay(wrong.state, to, at);
    const now = this.clock.now();
    const person = this.asker.current();
    const [userId, userName] = [person?.id ?? null, person?.name ?? null];
    await inChunks(moved, async (some) => {
      await db.update(DatasetEntity, { id: In(some.map(({ id }) => id)) }, { state: to, stateReason: reason, updatedAt: now, analysisHandedOnAt: null, openForm: null, openSince: null });
      await db.insert(DatasetStateEntity, some.map(({ id, state }) => ({ id: uuidv7(), datasetId: id, before: state, after: to, reason, userId, userName, at: now })));
    });
  }
}

/** An administrator may move a process to any step, also to one that does not fit its data set. */
function noWay(from: DatasetState, to: DatasetState, at: string): Problem {
  const [is, asked] = [DATASET_STATES[from].name, DATASET_STATES[to].name];
  return new Problem('dataset-elsewhere', 409, {
    id: `Dataset ini berstatus “${is.id}”, sehingga tidak dapat menjadi “${asked.id}” pada langkah ini. Mungkin prosesnya dipindahkan; minta administrator memindahkannya ke langkah yang sesuai dengan status itu.`,
    en: `This data set is “${is.en}” and cannot become “${asked.en}” in this step. Its process may have been moved; ask an administrator to move it to the step that fits the state.`,
  }, { at, from, to });
}
