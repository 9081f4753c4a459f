import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { passedOn, turnOf } from './holders.js';

type Row = Pick<DatasetEntity, 'state' | 'updatedAt' | 'analysisHandedOnAt' | 'releaseDate' | 'openForm' | 'openSince'>;

/** Whoever examined the analysis sends it to BPS as well: its state says both in one. */
const COUNTS_AS: Readonly<Record<string, string>> = { 'kirim-surat': 'pemeriksaan-analisis' };
/** From step 10 on nothing else says whose move it is. */
const NO_FACTS = { owes: false, asked: false, verifying: false, verifyingFirst: false, othersAsked: false };

/** Whether that is the task which the data set is thought to have, by what was told of it or by its state. */
export function isThoughtAt(row: Row, form: string, now: Date): boolean {
  if (row.openForm !== null) return row.openForm === form;
  const thought = turnOf(row.state, { ...NO_FACTS, passedOn: passedOn(row, now) }, (task) => task);
  return thought === form || thought === COUNTS_AS[form];
}

/** Whether a task came after all that is known of the data set: what was done since leads on from it, and it is told a moment longer. */
export const cameAfter = ({ updatedAt, analysisHandedOnAt, openSince }: Row, createdAt: Date): boolean => [updatedAt, analysisHandedOnAt, openSince].every((known) => known === null || known < createdAt);
