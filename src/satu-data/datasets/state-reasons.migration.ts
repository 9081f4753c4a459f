import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reasonText, WAIVED } from './state-reasons.js';

const WORDS = reasonText(WAIVED)?.id ?? '';
const COLUMNS = [['satu_data_datasets', '"stateReason"'], ['satu_data_dataset_states', '"reason"']] as const;

/** The reason of a waived review was kept as its Indonesian sentence. */
export class StateReasons1732400101021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, WORDS, WAIVED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, WAIVED, WORDS);
  }
}

async function replace(runner: QueryRunner, from: string, to: string): Promise<void> {
  for (const [table, column] of COLUMNS) await runner.query(`UPDATE ${table} SET ${column} = '${to}' WHERE ${column} = '${from}'`);
}
