import 'reflect-metadata';
import { Column, Entity, PrimaryGeneratedColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { DatabaseStepLedger } from '../../../src/platform/cases/step-ledger.service.js';
import { entities, migrations } from '../../../src/platform/cases/tables.js';
import { column, openDatabase, SystemClock } from '../../../src/platform/kernel/index.js';
import { EngineClient, type LockedExternalTask } from '../../../src/sdk/engine/index.js';
import type { RegisteredHandler } from '../../../src/sdk/task/index.js';
import { Circuit } from '../../../src/sdk/task/worker/circuit.js';
import { EngineTasks } from '../../../src/sdk/task/worker/engine-tasks.js';
import { TaskExecutor } from '../../../src/sdk/task/worker/task-executor.js';
import { ToldHooks } from '../../support/worker-parts.js';
import { STEPS, type Order } from './order.js';

/** What the transactional steps write: a row for each time that one was committed. */
@Entity('effects')
class Effect {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'varchar', length: '200' }) step!: string;
}

class Effects1732500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'effects', columns: [column.integer('id', { isPrimary: true, isGenerated: true, generationStrategy: 'increment' }), column.string('step', 200)] }));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('effects');
  }
}

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

/** Runs the one task of the test on a real database, and dies by SIGKILL where it is told to. */
async function main({ dataDir, databaseUrl, engineUrl, dieAt }: Order): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl }, { entities: [...entities, Effect], migrations: [...migrations, Effects1732500000000] });
  const ledger = new DatabaseStepLedger(database, new SystemClock());
  const at = async (step: number, moment: Order['dieAt']['moment']): Promise<void> => {
    if (dieAt.step === step && dieAt.moment === moment) await die();
  };
  const handler: RegisteredHandler = {
    topic: 'mortal', title: 'Twenty steps', source: 'Mortal.work',
    run: async (_input, task) => {
      const results: number[] = [];
      for (let step = 0; step < STEPS; step++) {
        const name = `step-${step}`;
        const outside = async (): Promise<number> => {
          await fetch(`${engineUrl}/effect`, { method: 'POST', headers: { 'idempotency-key': task.idempotencyKey(name) } });
          await at(step, 'before it is recorded');
          return step;
        };
        const inside = task.step.tx.bind(null, name, async (db) => {
          await db.insert(Effect, { step: name });
          await at(step, 'before it is recorded');
          return step;
        });
        results.push((await (step % 2 === 0 ? task.step(name, outside) : inside())) as number);
        await at(step, 'after it is recorded');
      }
      const rows = await database.read.find(Effect, { order: { id: 'ASC' } });
      return { results: results.join(), rows: rows.map(({ step }) => step).join() };
    },
  };
  const engine = new EngineClient({ url: engineUrl, user: 'u', password: 'p' });
  const task = { id: 'task-1', topicName: 'mortal', businessKey: 'case-1', processInstanceId: 'p', activityId: 'a', retries: null, variables: {} } as unknown as LockedExternalTask;
  await new TaskExecutor(new EngineTasks(engine.externalTasks, new Circuit()), 'w', ledger, new ToldHooks()).execute(task, handler, new AbortController().signal);
  await database.close();
  process.exit();
}

void main(JSON.parse(process.argv[2] ?? '') as Order);
