import { Injectable } from '@nestjs/common';
import { Asker, HandlerRegistry, Problem, Transactions, type FormContext } from '../../sdk/index.js';
import { InstanceEntity, ReleaseFacts, type TaskEntity } from '../cases/index.js';
import { walk, type FormDefinition } from '../forms/index.js';
import { CaseTables } from './case-tables.js';
import { Releases } from '../releases/index.js';

/** A task's form, as the release of its own definition has it, and what surrounds it. */
export interface TaskForm {
  readonly releaseId: string;
  readonly processKey: string;
  readonly instance: InstanceEntity;
  /** Null for a task without a form. */
  readonly form: FormDefinition | null;
  readonly context: FormContext;
}

/** Finds forms and what the application fills them with. */
@Injectable()
export class TaskForms {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: ReleaseFacts,
    private readonly releases: Releases,
    private readonly registry: HandlerRegistry,
    private readonly asker: Asker,
    private readonly tables: CaseTables,
  ) {}

  async of(task: TaskEntity): Promise<TaskForm> {
    const instance = await this.transactions.read.findOneBy(InstanceEntity, { id: task.instanceId });
    const facts = instance && (await this.facts.ofDefinition(instance.definitionId));
    if (!instance || !facts) throw Problem.notFound();
    const context: FormContext = {
      formKey: task.formKey ?? '',
      caseId: task.caseId,
      taskId: task.id,
      elementId: task.elementId,
      processInstanceId: instance.id,
      officeId: task.officeId,
      variables: instance.variables,
      user: this.asker.required(),
    };
    const form = task.formKey === null ? null : await this.releases.form(facts.releaseId, task.formKey);
    return { releaseId: facts.releaseId, processKey: facts.processKey, instance, form, context };
  }

  /** What the case and the application fill the form with. */
  async initial({ form, context, releaseId }: Pick<TaskForm, 'form' | 'context' | 'releaseId'>): Promise<Record<string, unknown>> {
    const source = this.registry.formData(context.formKey);
    return { ...(await this.tables.rows(form, context, releaseId)), ...askedFor(form, await source?.(context)) };
  }
}

/** What the form has a field for: a form of before knows less than the application, and what it does not know would come back with what is sent, to be refused. */
function askedFor(form: FormDefinition | null, given: object = {}): Record<string, unknown> {
  const fields = new Set([...walk(form?.components ?? [])].map(({ key }) => key));
  return Object.fromEntries(Object.entries(given).filter(([key]) => fields.has(key)));
}
