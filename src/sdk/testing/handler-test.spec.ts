import { Inject, Injectable, UseGuards, type CanActivate } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { BusinessError, ExternalTask, FatalError, Handlers, RetryableError, type TaskContext } from '../index.js';
import { createHandlerTest, type HandlerTest } from './index.js';

const Input = z.object({ kode: z.string(), jumlah: z.number().default(1) });

@Injectable()
class Closed implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

@Handlers()
class Kerja {
  constructor(@Inject('kantor') private readonly kantor: { terkirim: string[]; macet: boolean }) {}

  @ExternalTask('uji.kirim', { title: 'Send', input: Input, output: z.object({ terkirim: z.number(), pada: z.date() }), retries: [10, 60] })
  async send({ kode, jumlah }: z.infer<typeof Input>, task: TaskContext) {
    if (kode === 'salah') throw new BusinessError('KODE_SALAH', `There is no code ${kode}`, { kode });
    if (kode === 'rusak') throw new FatalError('No retry mends this');
    const [terkirim] = [await task.step('kirim', async () => this.kantor.terkirim.push(kode))];
    task.progress(0.5, 'setengah');
    await task.step('catat', async () => {
      if (this.kantor.macet) throw new RetryableError('The office does not answer', 30);
    });
    return { terkirim: terkirim * jumlah, pada: new Date('2026-01-02T03:04:05.678Z') };
  }

  @ExternalTask('uji.tunggu', { title: 'Wait' })
  async wait(_input: unknown, { signal }: TaskContext): Promise<void> {
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  }

  @ExternalTask('uji.tulis', { title: 'Write' })
  async write(_input: unknown, task: TaskContext) {
    return { rows: await task.step.tx('tulis', async (db) => (await db.query<{ n: number }[]>('SELECT 41 + 1 AS n'))[0]?.n) };
  }

  @UseGuards(Closed)
  @ExternalTask('uji.tertutup', { title: 'Closed' })
  async closed(): Promise<void> {}

  @ExternalTask('uji.aneh', { title: 'Odd' })
  async odd() {
    return { nilai: Number.NaN };
  }
}

class NotMarked {}

describe('createHandlerTest', () => {
  let test: HandlerTest;
  let kantor: { terkirim: string[]; macet: boolean };
  beforeEach(async () => {
    kantor = { terkirim: [], macet: false };
    test = await createHandlerTest(Kerja, { providers: [{ provide: 'kantor', useValue: kantor }] });
  });
  afterEach(() => test.close());

  it('runs a handler as the worker does, and shows what the diagram gets, its steps and its progress', async () => {
    expect(await test.run('uji.kirim', { kode: 'a', jumlah: 2 })).toEqual({
      id: 'task-1',
      outcome: { kind: 'complete', variables: { terkirim: 2, pada: new Date('2026-01-02T03:04:05.678Z') } },
      steps: [{ name: 'kirim', position: 0, result: 1 }, { name: 'catat', position: 1, result: null }],
      progress: [{ fraction: 0.5, text: { id: 'setengah', en: 'setengah' } }],
    });
  });

  it('lets the same task go on behind its steps', async () => {
    kantor.macet = true;
    const first = await test.run('uji.kirim', { kode: 'a' });
    expect(first.outcome).toMatchObject({ kind: 'failure', message: 'The office does not answer', retries: 2, delay: expect.closeTo(30_000, -5) });
    expect(first.steps.map(({ name }) => name)).toEqual(['kirim']);
    kantor.macet = false;
    const second = await test.run('uji.kirim', { kode: 'a' }, { id: first.id, triesLeft: 2 });
    expect(second.outcome.kind).toBe('complete');
    expect(kantor.terkirim).toEqual(['a']);
    expect((await test.run('uji.kirim', { kode: 'a' })).id).not.toBe(first.id);
    expect(kantor.terkirim).toEqual(['a', 'a']);
  });

  it('shows errors of the business, incidents and the end of retries for what they are', async () => {
    expect((await test.run('uji.kirim', { kode: 'salah' })).outcome).toEqual({ kind: 'business-error', code: 'KODE_SALAH', message: 'There is no code salah', variables: { kode: 'salah' } });
    expect((await test.run('uji.kirim', { kode: 'rusak' })).outcome).toMatchObject({ kind: 'failure', retries: 0, message: 'No retry mends this' });
    kantor.macet = true;
    expect((await test.run('uji.kirim', { kode: 'a' }, { triesLeft: 1 })).outcome).toMatchObject({ kind: 'failure', retries: 0 });
  });

  it('checks input, output and guards as in life', async () => {
    expect((await test.run('uji.kirim', {})).outcome).toMatchObject({ kind: 'failure', retries: 0, message: expect.stringContaining('The input of Kerja.send does not fit: kode') });
    expect((await test.run('uji.tertutup')).outcome).toMatchObject({ kind: 'failure', retries: 0, message: expect.stringContaining('A guard did not let the task pass to Kerja.closed') });
    expect((await test.run('uji.aneh')).outcome).toMatchObject({ kind: 'failure', retries: 0, message: expect.stringContaining('Process variable "nilai"') });
  });

  it('shows that an aborted task is told nothing of', async () => {
    const abort = new AbortController();
    const run = test.run('uji.tunggu', {}, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('The lock is lost')), 20);
    expect((await run).outcome).toEqual({ kind: 'given-back' });
  });

  it('writes in a transaction of the test\'s own database, and says so where there is none', async () => {
    expect((await test.run('uji.tulis')).outcome).toMatchObject({ kind: 'failure', message: expect.stringContaining('step.tx needs a database here') });
    const database = await new DataSource({ type: 'better-sqlite3', database: ':memory:' }).initialize();
    const other = await createHandlerTest(Kerja, { providers: [{ provide: 'kantor', useValue: kantor }], transaction: (work) => database.transaction(work) });
    expect((await other.run('uji.tulis')).outcome).toEqual({ kind: 'complete', variables: { rows: 42 } });
    await other.close();
    await database.destroy();
  });

  it('refuses a topic that the class has not, a class without handlers, and one whose providers are missing', async () => {
    await expect(test.run('uji.lain')).rejects.toThrow('No handler of "uji.lain" here. There is: uji.kirim, uji.tunggu');
    await expect(createHandlerTest(NotMarked)).rejects.toThrow('NotMarked has no external task: mark the class with @Handlers()');
    await expect(createHandlerTest(Kerja)).rejects.toThrow(/can't resolve dependencies of the Kerja/);
  });
});
