import { z } from 'zod';
import { diagramOf, END, flows, START, work } from '../../../../test/support/paper.js';
import { operateWorld, type OperateWorld } from '../../../../test/support/operate-world.js';
import { EngineUnavailable, HandlerCatalogue, HandlerRegistry, type CatalogueEntry, type EngineClient } from '../../../sdk/index.js';
import { Incidents, type Feed, type Outbox } from '../../cases/index.js';
import { IncidentGroups } from './incident-groups.service.js';
import { IncidentInput } from './incident-input.service.js';
import { Repairs } from './repairs.service.js';

const Input = z.object({ mode: z.enum(['selesai', 'batal']), tahun: z.number().nullish(), cara: z.enum(['pos', 'surel']).nullish(), jenis: z.union([z.literal('a'), z.literal('b')]).optional(), sejak: z.date().optional(), nama: z.array(z.string()).optional(), tabel: z.array(z.object({ a: z.string() })).optional() });
const FIELDS = { mode: { id: 'Alasan pengarsipan', en: 'Reason' } };

/** The engine, as far as a repair speaks with it. */
class Engine {
  away = false;
  gone = false;
  readonly said: unknown[] = [];
  private hear = (...words: unknown[]): Promise<void> => {
    if (this.away) return Promise.reject(new EngineUnavailable('away'));
    this.said.push(words);
    return Promise.resolve();
  };
  externalTasks = {
    externalTasks: async ({ externalTaskId }: { externalTaskId: string }) => {
      if (this.away) throw new EngineUnavailable('away');
      return this.gone ? [] : [{ id: externalTaskId, executionId: `exec-${externalTaskId}`, processInstanceId: 'p', topicName: 'uji.kerja' }];
    },
    setRetries: (id: string, retries: number) => this.hear('retries', id, retries),
  };
  runtime = {
    visibleVariables: () => Promise.resolve({ mode: { type: 'String', value: 'besok' }, tahun: { type: 'String', value: '2026' }, sejak: { type: 'Date', value: '2026-01-05T08:00:00.000+0000' }, lain: { type: 'String', value: 'x' } }),
    setLocalVariables: (id: string, values: object) => this.hear('set', id, values),
  };
}

describe('what does not go on by itself', () => {
  let world: OperateWorld;
  let engine: Engine;
  let groups: IncidentGroups;
  let input: IncidentInput;
  let repairs: Repairs;

  beforeEach(async () => {
    world = await operateWorld();
    engine = new Engine();
    const registry = new HandlerRegistry();
    registry.addTask({ topic: 'uji.kerja', input: Input, run: () => Promise.resolve({}), source: 'Uji.kerja' } as never);
    const entry = { topic: 'uji.kerja', aliases: [], fields: FIELDS, input: JSON.parse(JSON.stringify(z.toJSONSchema(Input, { unrepresentable: 'any', override: ({ zodSchema, jsonSchema }) => void (zodSchema instanceof z.ZodDate && Object.assign(jsonSchema, { type: 'string', format: 'date-time' })) }))) } as unknown as CatalogueEntry;
    input = new IncidentInput(world.database, engine as unknown as EngineClient, new HandlerCatalogue([entry]), registry);
    const outbox = { retry: (id: string) => Promise.resolve(void engine.said.push(['command', id])) } as unknown as Outbox;
    repairs = new Repairs(new Incidents(world.database, engine as unknown as EngineClient, outbox, { sync: () => Promise.resolve() } as unknown as Feed, world.audit), input);
    groups = new IncidentGroups(world.database, world.facts, new HandlerCatalogue([entry]));
    await world.release('r1', 1, 'live', [diagramOf('uji', START + work('hitung') + END + flows(['mulai', 'hitung'], ['hitung', 'selesai']))]);
    for (const id of ['a', 'b', 'c']) await world.tell(id, { passed: [{ element: 'hitung', from: 2, type: 'serviceTask' }] });
    await world.incident('i1', 'a', { message: 'The input of Uji.kerja does not fit: mode: Invalid option in set 4711', createdAt: world.ago(5) });
    await world.incident('i2', 'b', { message: 'The input of Uji.kerja does not fit: mode: Invalid option in set 4712' });
    await world.incident('i3', 'c', { type: 'command', elementId: null, instanceId: null, message: 'The engine refuses a command (complete): task is null', configuration: 'perintah' });
    await world.incident('i4', 'c', { endedAt: world.ago(0) });
  });
  afterEach(() => world.close());

  it('is one list, those of one cause together, in words', async () => {
    const { total, groups: found } = await groups.all();
    expect(total).toBe(3);
    expect(found.map(({ name, processName, count, automatic, cause }) => [name, processName, count, automatic, cause.id])).toEqual([
      ['HITUNG', 'Uji uji', 2, true, 'Isian yang diterima langkah ini tidak sesuai: Alasan pengarsipan.'],
      ['', 'uji', 1, false, 'Yang sudah disimpan belum dapat diteruskan ke proses.'],
    ]);
    expect(found[0]).toMatchObject({ first: world.ago(5).toISOString(), last: world.ago(1).toISOString(), incidents: [{ id: 'i1', title: 'Periode a' }, { id: 'i2', caseId: 'b' }] });
  });

  it('shows the oldest thousand of more, and says how many there are', async () => {
    for (let number = 0; number < 1_000; number++) await world.incident(`banyak-${number}`, 'a', { message: 'The input of Uji.kerja does not fit: mode: Invalid option in set 1' });
    const { total, groups: found } = await groups.all();
    expect([total, found.reduce((sum, { count }) => sum + count, 0), found[0]?.incidents[0]?.id]).toEqual([1_003, 1_000, 'i1']);
  });

  it('shows what the step was given, as fields of the contract', async () => {
    expect((await input.fields('i1')).map(({ name, label, kind, choices, required, value }) => [name, label.id, kind, choices, required, value])).toEqual([
      ['mode', 'Alasan pengarsipan', 'choice', ['selesai', 'batal'], true, 'besok'],
      ['tahun', 'tahun', 'number', [], false, '2026'],
      ['cara', 'cara', 'choice', ['pos', 'surel'], false, null],
      ['jenis', 'jenis', 'choice', ['a', 'b'], false, null],
      ['sejak', 'sejak', 'date', [], false, '2026-01-05T08:00:00.000Z'],
      ['nama', 'nama', 'list', [], false, null],
    ]);
  });

  it('takes the values as they are where no contract is known', async () => {
    const unknown = new IncidentInput(world.database, engine as unknown as EngineClient, new HandlerCatalogue([]), new HandlerRegistry());
    expect((await unknown.fields('i1')).map(({ name, kind }) => [name, kind])).toEqual([['mode', 'text'], ['tahun', 'text'], ['sejak', 'date'], ['lain', 'text']]);
  });

  it('is run again with a reason, with other entries seen by this step alone, all of it in the audit log', async () => {
    await repairs.run('i1', { reason: 'Salah ketik', values: { mode: 'batal', sejak: '2026-02-01T00:00:00.000Z' } });
    expect(engine.said).toEqual([['set', 'exec-ext-i1', { mode: 'batal', sejak: new Date('2026-02-01') }], ['retries', 'ext-i1', 1]]);
    expect(world.audit.entries).toMatchObject([{ action: 'incident.retried', caseId: 'a', subject: 'i1', detail: { reason: 'Salah ketik', changed: [{ name: 'mode', from: 'besok', to: 'batal' }, { name: 'sejak', from: '2026-01-05T08:00:00.000Z', to: '2026-02-01T00:00:00.000Z' }] } }]);
    await repairs.run('i3', { reason: 'Sudah pulih', values: {} });
    expect(engine.said.at(-1)).toEqual(['command', 'perintah']);
    expect(world.audit.entries.at(-1)?.detail).toEqual({ message: 'The engine refuses a command (complete): task is null', reason: 'Sudah pulih' });
  });

  it('is left alone where the entries still do not fit, or are none of the step', async () => {
    await expect(repairs.run('i1', { reason: 'Coba', values: { mode: 'lusa' } })).rejects.toMatchObject({ code: 'input-wrong', status: 422, extra: { errors: [{ path: 'mode' }] } });
    await expect(repairs.run('i1', { reason: 'Coba', values: { lain: 'y' } })).rejects.toMatchObject({ code: 'unknown-field', status: 422 });
    await expect(repairs.run('i3', { reason: 'Coba', values: { mode: 'batal' } })).rejects.toMatchObject({ code: 'not-automatic', status: 409 });
    expect([engine.said, world.audit.entries]).toEqual([[], []]);
  });

  it('says so where the engine is away, or the fault is gone', async () => {
    engine.away = true;
    for (const values of [{}, { mode: 'batal' }] as Record<string, string>[]) await expect(repairs.run('i1', { reason: 'Coba', values })).rejects.toMatchObject({ code: 'engine-away', status: 503 });
    engine.away = false;
    engine.gone = true;
    await expect(input.fields('i1')).rejects.toMatchObject({ status: 404 });
    await expect(input.fields('i4')).rejects.toMatchObject({ status: 404 });
    await expect(repairs.run('i4', { reason: 'Coba', values: {} })).rejects.toMatchObject({ status: 404 });
    expect(world.audit.entries).toEqual([]);
  });
});
