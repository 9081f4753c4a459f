import { AuditLog, Asker, Clock, Offices, type AuditEvent, type Office, type Principal, type Text } from '../../src/sdk/index.js';
import { Events } from '../../src/platform/kernel/index.js';
import * as cases from '../../src/platform/cases/index.js';
import * as tasks from '../../src/platform/tasks/index.js';
import type { DiagramElement, DiagramSummary } from '../../src/platform/releases/index.js';
import type { DatabaseParts } from '../../src/platform/kernel/index.js';
import { withDatabase, type TestDatabase } from './database.js';

/** The tables of cases and tasks, and stand-ins for the parts around them. */
export interface CaseWorld extends TestDatabase {
  readonly clock: SteppedClock;
  readonly events: Events;
  readonly audit: RememberedAudit;
  readonly asker: ChosenAsker;
  readonly offices: FixedOffices;
}

export async function caseWorld(more: DatabaseParts = { entities: [], migrations: [] }): Promise<CaseWorld> {
  const test = await withDatabase({ entities: [...more.entities, ...cases.entities, ...tasks.entities], migrations: [...more.migrations, ...cases.migrations, ...tasks.migrations] });
  return { ...test, clock: new SteppedClock(), events: new Events(), audit: new RememberedAudit(), asker: new ChosenAsker(), offices: new FixedOffices() };
}

class SteppedClock extends Clock {
  private time = Date.parse('2026-03-02T03:00:00.000Z');

  now(): Date {
    return new Date(this.time);
  }

  step(milliseconds: number): void {
    this.time += milliseconds;
  }
}

class RememberedAudit extends AuditLog {
  readonly entries: AuditEvent[] = [];

  write(event: AuditEvent): Promise<void> {
    this.entries.push(event);
    return Promise.resolve();
  }

  ofCase(): Promise<never[]> {
    return Promise.resolve([]);
  }
}

class ChosenAsker extends Asker {
  principal: Principal | null = null;

  current(): Principal | null {
    return this.principal;
  }

  can(): Promise<boolean> {
    return Promise.resolve(true);
  }

  required(): Principal {
    if (!this.principal) throw new Error('nobody asks');
    return this.principal;
  }
}

class FixedOffices extends Offices {
  readonly list: Office[] = ['dukcapil', 'dinkes'].map((code) => ({ id: `office-${code}`, code, name: code, kind: 'produsen', email: null }));

  all(): Promise<Office[]> {
    return Promise.resolve(this.list);
  }

  byId(id: string): Promise<Office | null> {
    return Promise.resolve(this.list.find((office) => office.id === id) ?? null);
  }

  byIds(ids: readonly string[]): Promise<Office[]> {
    return Promise.resolve(this.list.filter(({ id }) => ids.includes(id)));
  }

  byCode(code: string): Promise<Office | null> {
    return Promise.resolve(this.list.find((office) => office.code === code) ?? null);
  }

  mailOf(): Promise<string[]> {
    return Promise.resolve([]);
  }

  peopleOf(): Promise<never[]> {
    return Promise.resolve([]);
  }

  roleNames(): Promise<ReadonlyMap<string, Text>> {
    return Promise.resolve(new Map<string, Text>());
  }
}

export const person = (id: string, roles: string[], office: { id: string; kind: Principal['officeKind'] } = { id: 'office-kominfo', kind: 'walidata' }): Principal => ({
  id,
  username: id,
  name: id,
  roles,
  officeId: office.id,
  officeKind: office.kind,
  language: 'id',
});

export const producer = (code: string) => ({ id: `office-${code}`, kind: 'produsen' }) as const;

const NOTHING: DiagramElement = { id: '', type: 'UserTask', name: '', formKey: null, role: null, topic: null, step: null, office: null, calledElement: null, group: null, repeated: false, dateVariable: null, workingDays: null, message: null, properties: {} };

/** What a release would say of a diagram with these elements. */
export const summaryOf = (key: string, elements: readonly Partial<DiagramElement>[]): DiagramSummary => ({
  key,
  name: key,
  startForm: null,
  hasPlainStart: true,
  starters: [],
  calls: [],
  variables: [],
  elements: new Map(elements.map((element) => [element.id ?? '', { ...NOTHING, ...element }])),
});

/** A case's row, running. */
export const caseRow = (id: string, startedAt: Date): cases.CaseEntity => ({
  id,
  startKey: null,
  title: `Periode ${id}`,
  procedureKey: 'prosedur',
  releaseId: 'rilis-1',
  state: 'running',
  rootInstanceId: `instance-${id}`,
  startedBy: null,
  startedByName: null,
  startedAt,
  endedAt: null,
  cancelReason: null,
});

/** An open task's row. */
export const taskRow = (id: string, caseId: string, createdAt: Date, more: Partial<cases.TaskEntity> = {}): cases.TaskEntity => ({
  id,
  caseId,
  instanceId: `instance-${caseId}`,
  elementId: 'langkah',
  name: 'Langkah',
  formKey: null,
  role: 'kasi',
  recordedBy: null,
  chosen: null,
  officeId: null,
  step: null,
  state: 'open',
  assigneeId: null,
  assigneeName: null,
  dueAt: null,
  sortKey: '9999',
  createdAt,
  completedAt: null,
  ...more,
});
