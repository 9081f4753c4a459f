import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Test } from '@nestjs/testing';
import { v7 as uuidv7 } from 'uuid';
import {
  Arrivals, Asker, AuditLog, Cases, Clock, CodeRegistry, ExampleData, EXTERNAL_TASK, FileAccess, FileStore, FORM_DATA, Letters, Mailer, MailTexts, MessageGateway, ON_SUBMISSION, Offices, OpenTasks, PageForms, PREPARE_SUBMISSION, Settings, TaskLinks, Transactions, WorkingDays, SubmissionRejected,
  type DocumentRequest, type ExternalTaskMetadata, type FileRef, type FormContext, type GatewayMessage, type KeptLetter, type Letter, type LetterRequest, type Language, type LetterScope, type Mail, type NewFile, type Office, type TaskFilter, type VisibleTask, type Principal, type ProcessVariables, type StepTimes, type SubmissionRecord, type TaskContext, type Text, type UnsentForm,
} from '../../src/sdk/index.js';
import { AnalysisService } from '../../src/satu-data/analysis/analysis.service.js';
import { OwnAnalyses } from '../../src/satu-data/analysis/own/own-analyses.service.js';
import { AnalysisAnswers } from '../../src/satu-data/analysis/analysis-answers.service.js';
import { AnalysisCharts } from '../../src/satu-data/analysis/analysis-charts.service.js';
import { AnalysisReports } from '../../src/satu-data/analysis/analysis-reports.service.js';
import { AnalysisDesk } from '../../src/satu-data/analysis/analysis-desk.service.js';
import { ListedCodes } from '../../src/satu-data/analysis/listed-columns.service.js';
import { OtherDatasets } from '../../src/satu-data/analysis/others/other-datasets.service.js';
import { AnalysisProcess } from '../../src/satu-data/analysis/analysis-process.js';
import { FigureLineages } from '../../src/satu-data/analysis/figure-lineage.service.js';
import { FigureRowPages } from '../../src/satu-data/analysis/figure-rows.service.js';
import { Provenances } from '../../src/satu-data/provenance/provenances.service.js';
import { BoundaryService } from '../../src/satu-data/boundaries/boundary.service.js';
import { EvidenceExport } from '../../src/satu-data/evidence/evidence-export.service.js';
import { EvidenceController } from '../../src/satu-data/evidence/evidence.controller.js';
import { EvidenceScopes } from '../../src/satu-data/evidence/evidence-scope.js';
import { EvidenceService } from '../../src/satu-data/evidence/evidence.service.js';
import { EvidenceSources } from '../../src/satu-data/evidence/evidence-sources.js';
import { OwnEvidenceController } from '../../src/satu-data/evidence/own/own-evidence.controller.js';
import { OwnEvidence } from '../../src/satu-data/evidence/own/own-evidence.service.js';
import { permissions } from '../../src/satu-data/access/permissions.js';
import { roles } from '../../src/satu-data/access/roles.js';
import { collection } from '../../src/satu-data/collection.js';
import { ListEdit } from '../../src/satu-data/data-list/list-edit.service.js';
import { ListViews } from '../../src/satu-data/data-list/list-view.service.js';
import { dissemination } from '../../src/satu-data/dissemination.js';
import { reviewing } from '../../src/satu-data/reviewing.js';
import { FormValidator, type FormDefinition } from '../../src/platform/forms/index.js';
import { NO_CHOICES } from './no-choices.js';
import { StepRunner } from '../../src/sdk/task/steps/index.js';
import { withDatabase } from './database.js';
import { MemoryLedger } from './worker-parts.js';

const DAY = 24 * 3_600_000;
export const OFFICES: Office[] = [
  { id: 'o-kominfo', code: 'KOMINFO', name: 'Dinas Kominfo', kind: 'walidata', email: 'kominfo@example.test' },
  { id: 'o-bps', code: 'BPS', name: 'BPS Kabupaten', kind: 'bps', email: 'bps@example.test' },
  { id: 'o-dukcapil', code: 'DUKCAPIL', name: 'Dinas Kependudukan dan Pencatatan Sipil', kind: 'produsen', email: 'dukcapil@example.test' },
  { id: 'o-dinkes', code: 'DINKES', name: 'Dinas Kesehatan', kind: 'produsen', email: 'dinkes@example.test' },
];
const person = (username: string, role: string, officeId: string): Principal => ({
  id: `u-${username}`, username, name: username, roles: [role], officeId, officeKind: OFFICES.find(({ id }) => id === officeId)?.kind ?? null, language: 'id',
});
export const PEOPLE = {
  kadis: person('kadis', 'kadis', 'o-kominfo'), kasi: person('kasi', 'kasi', 'o-kominfo'), staf: person('staf', 'staf', 'o-kominfo'), bps: person('bps', 'bps', 'o-bps'),
  operator: person('operator', 'operator', 'o-dukcapil'), pimpinan: person('pimpinan', 'pimpinan', 'o-dukcapil'), operator2: person('operator2', 'operator', 'o-dinkes'), pimpinan2: person('pimpinan2', 'pimpinan', 'o-dinkes'),
} as const;

type Method = (this: object, ...args: unknown[]) => Promise<unknown>;

/** The collection half of the application on a real database, with simple stand-ins for what the platform promises. */
export async function satuDataWorld() {
  // Each its own, also where several ask at once.
  const asking = new AsyncLocalStorage<Principal>();
  const asker = (): Principal | null => asking.getStore() ?? state.asker;
  const state = { now: new Date('2026-03-02T02:00:00Z'), asker: null as Principal | null, settings: { 'letters.requireSigned': false } as Record<string, unknown>, unseen: [] as string[], /** Whether a first data list begins with examples, as most specs want it. */ exampleData: true, /** When what waits for its turn came. */ waitingSince: null as Date | null };
  const mails = new Map<string, Mail>();
  const audit: string[] = [];
  /** What the messaging gateway is to pass on. */
  const passedOn: GatewayMessage[] = [];
  const letters: (Letter & { data: LetterRequest['data'] })[] = [];
  const lettersIn = ({ caseIds, templates, newestOf = [] }: LetterScope) => letters.filter((one) => caseIds.includes(one.caseId) && templates.includes(one.template)
    && !(newestOf.includes(one.template) && letters.some(({ template, about, caseId: of, id }) => template === one.template && of === one.caseId && about !== null && about === one.about && id > one.id)));
  const numbers = new Map<string, string>();
  const files = new Map<string, { ref: FileRef; content: Buffer; officeId: string | undefined }>();
  const submissions: SubmissionRecord[] = [];
  const stepTimes: StepTimes[] = [];
  const rescheduled: unknown[][] = [];
  const correlated: unknown[][] = [];
  /** What forms said to whoever sent them. */
  const told: string[] = [];
  /** Of the engine; a test says which there are. */
  const openTasks: (Partial<VisibleTask> & { readonly formKey: string; readonly taskId: string; readonly role?: string })[] = [];
  /** What was typed into forms whose tasks ended before they were sent, by form. */
  const unsent = new Map<string, UnsentForm>();
  const resources = ['bpmn/penyampaian-data.bpmn', 'letters/lembar-validasi.hbs'].map((path) => ({ path, content: readFileSync(join(__dirname, '../..', path), 'utf8') }));
  /** Addresses by role, of people without an office of their own. */
  const people = new Map<string, string[]>();
  const test = await withDatabase({ entities: [...collection.entities, ...dissemination.entities, ...reviewing.entities], migrations: [...collection.migrations, ...dissemination.migrations, ...reviewing.migrations] });

  const put = async ({ name, type, content: given, officeId }: NewFile): Promise<FileRef> => {
    const content = given instanceof Readable ? Buffer.concat(await given.toArray()) : given;
    const ref = { id: uuidv7(), name, type, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    files.set(ref.id, { ref, content, officeId });
    return ref;
  };
  const file = (id: string) => files.get(id) ?? raise(`no file ${id}`);
  const stored: Record<string, unknown> = {
    put, get: async (id: string) => file(id).ref, read: async (id: string) => file(id).content, stream: async (id: string) => Readable.from([file(id).content]), ofCase: async () => [],
    readable: async (id: string) => (file(id).officeId === asker()?.officeId ? file(id).ref : raise('not found')),
  };
  const render = async (request: LetterRequest): Promise<Letter> => {
    const known = letters.find(({ key }) => key === request.key);
    if (known) return known;
    const letter = {
      id: uuidv7(), key: request.key, caseId: request.caseId, template: request.template, subject: request.subject, number: request.numbered === false ? null : `${letters.length + 1}/TEST`, date: state.now,
      officeId: request.officeId ?? null, about: request.about ?? null, file: await put({ name: `${request.template}.pdf`, type: 'application/pdf', content: Buffer.from(request.key) }), signedFile: null, sentAt: null, data: request.data,
    };
    letters.push(letter);
    return letter;
  };
  const change = async (id: string, values: Partial<Letter>) => {
    letters.splice(letters.findIndex((one) => one.id === id), 1, { ...(letters.find((one) => one.id === id) ?? raise('no letter')), ...values });
  };
  const validator = new FormValidator({ known: async (ids) => ids.flatMap((id) => files.get(id)?.ref ?? []) }, { all: async () => OFFICES } as unknown as Offices, NO_CHOICES);
  const shippedForm = (formKey: string) => JSON.parse(readFileSync(join(__dirname, '../../forms', `${formKey}.json`), 'utf8')) as FormDefinition;
  const providers = [
    { provide: Transactions, useValue: test.database },
    { provide: CodeRegistry, useValue: { follow: () => undefined } },
    { provide: Clock, useValue: { now: () => state.now } },
    { provide: ExampleData, useValue: { wanted: async () => state.exampleData } },
    { provide: Arrivals, useValue: { now: () => state.now, through: async (moment: Date) => state.waitingSince === null || state.waitingSince >= moment } },
    { provide: Asker, useValue: { current: asker, required: () => asker() ?? raise('nobody asks'), can: async (permission: string) => asker()?.roles.some((role) => permissions[permission]?.roles.includes(role)) ?? false } },
    { provide: Settings, useValue: { get: async (key: string, fallback: unknown) => state.settings[key] ?? fallback } },
    { provide: WorkingDays, useValue: { add: async (from: Date, days: number) => new Date(from.getTime() + days * DAY), between: async (from: Date, to: Date) => Math.trunc((to.getTime() - from.getTime()) / DAY) } },
    { provide: Offices, useValue: {
      roleNames: async () => new Map(Object.entries(roles).map(([key, { title }]) => [key, title])),
      all: async (kind?: string) => OFFICES.filter((one) => kind === undefined || one.kind === kind), byId: async (id: string) => OFFICES.find((one) => one.id === id) ?? null,
      byCode: async (code: string) => OFFICES.find((one) => one.code === code) ?? null, mailOf: async (role: string, officeId?: string) => (officeId ? [`${role}.${officeId}@example.test`] : (people.get(role) ?? [])),
      peopleOf: async (role: string, officeId?: string) => (officeId ? [`${role}.${officeId}@example.test`] : (people.get(role) ?? [])).map((email) => ({ name: email, email, language: email.endsWith('.uk') ? 'en' : 'id' })),
    } },
    { provide: FileStore, useValue: stored }, { provide: FileAccess, useValue: stored },
    { provide: AuditLog, useValue: { write: async ({ action }: { action: string }) => void audit.push(action), ofCase: async () => [] } },
    { provide: MessageGateway, useValue: { tell: async (message: GatewayMessage) => void passedOn.push(message) } },
    { provide: Mailer, useValue: { send: async (mail: Mail) => void mails.set(mail.key, mail) } },
    { provide: MailTexts, useValue: { render: async (_caseId: string, template: string, data: object, _instance?: string, language: Language = 'id') => ({ subject: template, text: JSON.stringify(data), language }) } },
    { provide: Letters, useValue: {
      render, ofCase: async (caseId: string, filter: Partial<Letter> = {}) => letters.filter((one) => one.caseId === caseId && Object.entries(filter).every(([key, value]) => one[key as keyof Letter] === value)),
      draw: async (request: DocumentRequest) => Buffer.from(JSON.stringify(request.data)),
      counts: async (scope: LetterScope) => Object.fromEntries(scope.templates.map((template) => [template, lettersIn(scope).filter((one) => one.template === template).length])),
      page: async (scope: LetterScope, after: string | null, limit: number) => lettersIn(scope).filter((one) => one.id > (after ?? '')).slice(0, limit),
      attachSigned: (id: string, signedFile: FileRef) => change(id, { signedFile }), markSent: (id: string, officeId?: string) => change(id, { sentAt: state.now, ...(officeId && { officeId }) }),
      keep: async ({ file: signedFile, ...kept }: KeptLetter) => letters.find(({ key }) => key === kept.key) ?? letters[letters.push({ officeId: null, about: null, sentAt: null, data: {}, ...kept, id: uuidv7(), file: signedFile, signedFile }) - 1],
      nextNumber: async (register: string, key: string) => numbers.get(key) ?? numbers.set(key, `${register}/${numbers.size + 1}`).get(key),
    } },
    { provide: TaskLinks, useValue: {} },
    { provide: PageForms, useValue: {
      check: async (form: string, data: unknown) => {
        const valid = await validator.validate(shippedForm(form), JSON.parse(JSON.stringify(data)));
        if (!valid.ok) throw new SubmissionRejected(valid.errors);
        return valid.data;
      },
    } },
    { provide: OpenTasks, useValue: {
      ofForm: async (formKey: string, caseIds: readonly string[], only?: TaskFilter) => openTasks.filter((one) => one.formKey === formKey && caseIds.includes(one.caseId ?? caseId) && isAmong(one, only)),
      ofCase: async (_caseId: string, formKey: string, only?: TaskFilter) => openTasks.filter((one) => one.formKey === formKey && isAmong(one, only)),
      waiting: async () => openTasks.flatMap(({ formKey, role, createdAt }) => (role ? [{ formKey, role, count: 1, since: createdAt ?? state.now }] : [])),
      arrived: async function* (_caseId: string, from: Date) { const some = openTasks.filter(({ createdAt }) => createdAt !== undefined && createdAt >= from); if (some.length > 0) yield some.toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt)).map((one) => ({ ...one, role: one.role ?? null })); },
      unsent: async (_caseId: string, formKey: string) => unsent.get(formKey) ?? null,
    } },
    { provide: Cases, useValue: { visible: async (ids: readonly string[]) => new Set(ids.filter((id) => !state.unseen.includes(id))), rename: async () => undefined, submissions: async (_caseId: string, keys?: readonly string[]) => submissions.filter(({ formKey }) => keys?.includes(formKey) ?? true), countSubmissions: async (_caseIds: readonly string[], keys: readonly string[]) => submissions.filter(({ formKey }) => keys.includes(formKey)).length, stepTimes: async () => stepTimes, reschedule: async (...args: unknown[]) => void rescheduled.push(args), resources: async () => resources, correlate: async (...args: unknown[]) => void correlated.push(args) } },
  ];
  const app = await Test.createTestingModule({ controllers: [...collection.controllers, EvidenceController, OwnEvidenceController], providers: [...collection.providers, ...reviewing.providers, AnalysisService, AnalysisAnswers, OwnAnalyses, AnalysisDesk, OtherDatasets, ListedCodes, AnalysisProcess, FigureLineages, FigureRowPages, AnalysisCharts, AnalysisReports, BoundaryService, Provenances, EvidenceScopes, EvidenceSources, EvidenceService, EvidenceExport, OwnEvidence, ...providers] }).compile();

  const caseId = uuidv7();
  const instances = [...collection.providers, ...reviewing.providers].map((one) => app.get<object>(one));
  /** The method that carries `value` under a metadata key. */
  const find = (key: string, matches: (value: unknown) => boolean): ((...args: unknown[]) => Promise<unknown>) | null => {
    for (const instance of instances) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Method>;
      const name = Object.getOwnPropertyNames(prototype).find((one) => one !== 'constructor' && typeof Object.getOwnPropertyDescriptor(prototype, one)?.value === 'function' && matches(Reflect.getMetadata(key, prototype[one] as object)));
      if (name) return (...args) => (prototype[name] as Method).apply(instance, args);
    }
    return null;
  };
  const method = (key: string, matches: (value: unknown) => boolean) => find(key, matches) ?? raise(`nothing for ${key}`);
  const context = (formKey: string, user: Principal, more: Partial<FormContext>): FormContext => ({
    formKey, caseId, taskId: uuidv7(), elementId: null, processInstanceId: 'p1', officeId: user.officeKind === 'produsen' ? user.officeId : null, variables: {}, user, ...more,
  });
  const formData = async (formKey: string, user: Principal, more: Partial<FormContext> = {}) =>
    ((await find(FORM_DATA, (value) => value === formKey)?.(context(formKey, user, more))) ?? {}) as Record<string, never>;

  /** Steps, to be shared by the repetitions of a task. */
  const ledger = () => new MemoryLedger((work) => test.database.tx(work));

  const as = <T>(user: Principal, work: () => Promise<T>): Promise<T> => asking.run(user, work);
  /** The rows of the data list, as step 4 finds them. */
  const listRows = () =>
    as(PEOPLE.staf, async () => {
      const views = app.get(ListViews);
      await views.list(caseId);
      const { items } = await views.page(caseId, -1, 500);
      return Promise.all(items.map(async ({ id, values }): Promise<Record<string, unknown>> => ({ ...values, ...(await views.one(caseId, id)).table, datasetId: id })));
    });

  return {
    listRows, setList: (rows: readonly object[]) => as(PEOPLE.staf, () => app.get(ListEdit).replace(caseId, rows as Record<string, unknown>[])),
    caseId, state, stepTimes, mails, passedOn, audit, letters, submissions, files, people, rescheduled, openTasks, unsent, resources, correlated, told, database: test.database, app, formData, put, ledger,
    async close(): Promise<void> {
      await validator.onModuleDestroy();
      await test.close();
    },
    as,
    /** A submission as the platform takes it: checked against the shipped form, prepared, rule and record in one transaction. */
    async submit(formKey: string, user: Principal, data: Record<string, unknown>, more: Partial<FormContext> = {}): Promise<ProcessVariables | void> {
      const form = shippedForm(formKey);
      const initial = await formData(formKey, user, more);
      const valid = await validator.validate(form, JSON.parse(JSON.stringify(data)), { initial: JSON.parse(JSON.stringify(initial)) as Record<string, unknown> });
      if (!valid.ok) throw new SubmissionRejected(valid.errors);
      const submission = { ...context(formKey, user, more), submissionId: uuidv7(), at: state.now, data: valid.data, tell: (text: Text) => void told.push(text.id) };
      return as(user, async () => {
        const prepared = await find(PREPARE_SUBMISSION, (value) => value === formKey)?.(submission);
        return test.database.tx(async () => {
          const variables = (await find(ON_SUBMISSION, (value) => value === formKey)?.(submission, prepared)) as ProcessVariables | void;
          submissions.push({ ...submission, id: submission.submissionId, step: null, role: user.roles[0] ?? null, userId: user.id, userName: user.name, hash: '', processInstanceId: 'p1' });
          return variables;
        });
      });
    },
    /** An external task; with the same `id` it is a repetition. Input and output pass their schemas. */
    async work(topic: string, input: Record<string, unknown> = {}, id = uuidv7(), steps = ledger(), of = caseId): Promise<Record<string, unknown>> {
      let options: ExternalTaskMetadata | undefined;
      const run = method(EXTERNAL_TASK, (value) => (value as ExternalTaskMetadata | undefined)?.topic === topic && Boolean((options = value as ExternalTaskMetadata)));
      const { signal } = new AbortController();
      const runner = new StepRunner({ taskId: id, source: topic, signal }, steps);
      const step = Object.assign(<T>(name: string, done: () => Promise<T>) => runner.step(name, done), { tx: runner.tx.bind(runner) });
      const title = typeof options?.title === 'object' ? options.title : { id: topic, en: topic };
      const task = { id, topic, title, caseId: of, processInstanceId: 'p1', elementId: 'e1', correlationId: of, signal, step, progress: () => undefined, idempotencyKey: (name: string) => `${id}:${name}` } as TaskContext;
      const output = await run(await checked(options?.input, input), task);
      await runner.end();
      return (await checked(options?.output, output)) as Record<string, unknown>;
    },
  };
}
export type SatuDataWorld = Awaited<ReturnType<typeof satuDataWorld>>;

async function checked(schema: ExternalTaskMetadata['input'], value: unknown): Promise<unknown> {
  const result = await schema?.['~standard'].validate(value);
  return result?.issues ? raise(JSON.stringify(result.issues)) : (result?.value ?? value);
}

function raise(message: string): never {
  throw new Error(message);
}

const isAmong = (one: Partial<VisibleTask>, { officeId, variable }: TaskFilter = {}): boolean => (officeId === undefined || one.officeId === officeId) && (!variable || variable.values.includes(String(one.variables?.[variable.name])));
