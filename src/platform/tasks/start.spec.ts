import { v7 as uuidv7 } from 'uuid';
import { caseRow, caseWorld, person, type CaseWorld } from '../../../test/support/case-world.js';
import { HandlerRegistry, SubmissionRejected, type SubmissionContext } from '../../sdk/index.js';
import { CaseEntity, SubmissionEntity, type CasesService, type Feed } from '../cases/index.js';
import type { Choices, FormDefinition, FormValidator } from '../forms/index.js';
import { requestContext } from '../kernel/index.js';
import type { Releases } from '../releases/index.js';
import { Acceptance } from './acceptance.js';
import { Starting } from './start.service.js';
import type { TaskForms } from './task-forms.js';

const form = { key: 'periode', title: { id: 'P', en: 'P' }, display: 'form', components: [] } satisfies FormDefinition;
const EARLY = { id: 'Tanggalnya lebih awal.', en: 'The date comes first.' };

describe('starting a procedure by its form', () => {
  let world: CaseWorld;
  let registry: HandlerRegistry;
  let formKey: string | null;
  const start = (id = uuidv7(), data: unknown = { judul: 'Periode 2026' }) => {
    const { database, asker, clock } = world;
    const releases = { live: async () => ({ id: 'r1' }), startable: async () => [{ key: 'p', title: 'Prosedur', formKey }], summary: async () => ({ starters: ['kasi'] }), form: async () => form } as unknown as Releases;
    const validator = { validate: async (_: unknown, given: Record<string, unknown>) => ({ ok: true, data: given, variables: {} }) } as unknown as FormValidator;
    const cases = { open: async (procedureKey: string, { id: own, title }: { id: string; title: string }) => database.tx((db) => db.insert(CaseEntity, { ...caseRow(own, clock.now()), procedureKey, title, startedBy: asker.required().id })) } as unknown as CasesService;
    const forms = { initial: async () => ({}) } as unknown as TaskForms;
    return new Starting(releases, forms, new Acceptance(validator, registry), cases, database, asker, clock, { sync: async () => undefined } as unknown as Feed, {} as Choices).start('p', data, id);
  };
  const rule = (say: (submission: SubmissionContext) => void) => registry.addSubmissionRule('periode', async (submission) => say(submission), 'Rule');

  beforeEach(async () => {
    world = await caseWorld();
    registry = new HandlerRegistry();
    formKey = 'periode';
    world.asker.principal = person('kasi', ['kasi']);
  });
  afterEach(() => world.close());

  it('answers what the application has to say of it, in the language in which it was asked, and says it once', async () => {
    registry.addSubmissionPreparation('periode', async ({ tell }) => tell({ id: 'Dibaca.', en: 'It was read.' }), 'Preparation');
    rule(({ tell }) => tell(EARLY));
    const caseId = uuidv7();
    expect(await start(caseId)).toEqual({ caseId, notice: 'Dibaca. Tanggalnya lebih awal.' });
    expect(await start(caseId)).toEqual({ caseId, notice: null });
    expect(await requestContext.run({ correlationId: 'c', language: 'en', principal: null, received: null } as never, () => start())).toMatchObject({ notice: 'It was read. The date comes first.' });
    expect(await world.database.read.findBy(CaseEntity, { id: caseId })).toMatchObject([{ title: 'Periode 2026' }]);
  });

  it('says nothing where there is nothing to say, or no form', async () => {
    expect(await start()).toMatchObject({ notice: null });
    formKey = null;
    expect(await start()).toMatchObject({ notice: null });
    expect(await world.database.read.count(SubmissionEntity)).toBe(1);
  });

  it('starts nothing of what is rejected, nor under another’s id', async () => {
    const taken = uuidv7();
    await start(taken);
    world.asker.principal = person('kadis', ['kasi']);
    await expect(start(taken)).rejects.toMatchObject({ status: 409 });
    rule(({ tell }) => {
      tell(EARLY);
      throw new SubmissionRejected([{ path: 'judul', message: EARLY }]);
    });
    await expect(start()).rejects.toThrow(SubmissionRejected);
    expect(await world.database.read.count(CaseEntity)).toBe(1);
  });

  it('starts one where two requests of one click meet', async () => {
    rule(({ tell }) => tell(EARLY));
    const caseId = uuidv7();
    const answers = await Promise.all([start(caseId), start(caseId)]);
    expect(answers.map((answer) => answer.caseId)).toEqual([caseId, caseId]);
    expect(answers.filter(({ notice }) => notice !== null)).toHaveLength(1);
  });
});
