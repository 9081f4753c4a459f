import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { fromEngineTime, Offices, Transactions, type HistoricProcessInstance, type ProcessVariables } from '../../../sdk/index.js';
import { CaseEntity, InstanceEntity } from '../entities/index.js';
import { EngineReader } from './engine-reader.js';
import { ReleaseFacts, type DefinitionFacts } from './release-facts.js';
import { Seen } from './seen.js';
import { shownValue } from './shown-value.js';

/** A called instance may say by this variable what it is about: people then tell its tasks from those of its siblings. */
const LABEL = 'label';
const LONGEST_LABEL = 255;

/** Instances of our cases, as rows; those of strangers on the same engine are left alone. */
@Injectable()
export class InstanceSync {
  private readonly strangers = new Seen();

  constructor(
    private readonly reader: EngineReader,
    private readonly facts: ReleaseFacts,
    private readonly offices: Offices,
    private readonly transactions: Transactions,
  ) {}

  /** The rows of these instances as they are now: known ones from our database, new ones from the engine. Not yet written. */
  async load(ids: ReadonlySet<string>, fresh: readonly HistoricProcessInstance[]): Promise<Map<string, InstanceEntity>> {
    const wanted = [...ids].filter((id) => !this.strangers.has(id, ''));
    const known = await inChunks(wanted, (chunk) => this.transactions.read.findBy(InstanceEntity, { id: In(chunk) }));
    const rows = new Map(known.map((row) => [row.id, row]));
    const unknown = wanted.filter((id) => !rows.has(id));
    const read = new Map(fresh.map((instance) => [instance.id, instance]));
    for (const instance of await this.reader.instances(unknown.filter((id) => !read.has(id)))) read.set(instance.id, instance);
    for (const id of unknown) {
      const instance = read.get(id);
      const row = instance && (await this.newRow(instance));
      if (row) rows.set(id, row);
      else if (instance) this.strangers.add(id, '');
    }
    return rows;
  }

  /** Puts what the engine knows of variables, and what follows from them, into the rows. */
  async refreshVariables(rows: readonly InstanceEntity[]): Promise<void> {
    const byInstance = new Map<string, Record<string, ProcessVariables[string]>>();
    for (const variable of await this.reader.variables(rows.map((row) => row.id))) {
      const values = byInstance.get(variable.processInstanceId) ?? {};
      values[variable.name] = shownValue(variable);
      byInstance.set(variable.processInstanceId, values);
    }
    for (const row of rows) {
      const values = byInstance.get(row.id);
      if (values) row.variables = values;
      const facts = await this.facts.ofDefinition(row.definitionId);
      if (facts) await this.describe(row, facts);
    }
  }

  /** Whether an instance was found to belong to no case of ours. */
  isStranger(id: string): boolean {
    return this.strangers.has(id, '');
  }

  /** Finds the office whose code or id a variable holds. */
  async officeOf(value: unknown): Promise<string | null> {
    if (typeof value !== 'string' || value === '') return null;
    const office = (await this.offices.byId(value)) ?? (await this.offices.byCode(value));
    return office?.id ?? null;
  }

  private async newRow(instance: HistoricProcessInstance): Promise<InstanceEntity | null> {
    const caseId = instance.businessKey ?? (await this.caseOfRoot(instance.rootProcessInstanceId));
    if (caseId === null || !(await this.transactions.read.existsBy(CaseEntity, { id: caseId }))) return null;
    const row = {
      id: instance.id,
      caseId,
      parentId: instance.superProcessInstanceId,
      definitionId: instance.processDefinitionId,
      processKey: instance.processDefinitionKey,
      superElementId: null,
      startedAt: fromEngineTime(instance.startTime),
      variables: {},
      officeId: null,
      label: null,
      ...endOf(instance),
    };
    return Object.assign(new InstanceEntity(), row);
  }

  private async caseOfRoot(rootInstanceId: string): Promise<string | null> {
    return (await this.transactions.read.findOneBy(CaseEntity, { rootInstanceId }))?.id ?? null;
  }

  private async describe(row: InstanceEntity, { summary }: DefinitionFacts): Promise<void> {
    const name = [...summary.elements.values()].find((element) => element.office !== null)?.office;
    if (name && row.officeId === null) row.officeId = await this.officeOf(row.variables[name]);
    if (row.label !== null) return;
    const office = row.officeId && (await this.offices.byId(row.officeId));
    const given = row.variables[LABEL];
    row.label = office ? office.name : typeof given === 'string' && given !== '' ? given.slice(0, LONGEST_LABEL) : null;
  }
}

/** How an instance stands, from its history. */
export function endOf(instance: HistoricProcessInstance): Pick<InstanceEntity, 'state' | 'endedAt'> {
  const endedAt = instance.endTime === null ? null : fromEngineTime(instance.endTime);
  return { endedAt, state: endedAt === null ? 'active' : instance.state === 'COMPLETED' ? 'completed' : 'terminated' };
}

async function inChunks<T>(ids: readonly string[], read: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += 500) found.push(...(await read(ids.slice(start, start + 500))));
  return found;
}
