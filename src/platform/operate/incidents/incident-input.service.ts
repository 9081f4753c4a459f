import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { EngineClient, EngineUnavailable, fromEngineVariables, HandlerCatalogue, HandlerRegistry, inputIssues, Problem, Transactions, type ProcessValue } from '../../../sdk/index.js';
import { IncidentEntity } from '../../cases/index.js';
import { engineValue, inputFields } from './input-fields.js';
import type { FieldValue, InputSchema } from './incident.schemas.js';
import { OperateProblem } from '../operate.problems.js';

interface FailedTask {
  readonly executionId: string;
  readonly topic: string;
  readonly values: Readonly<Record<string, ProcessValue>>;
}
type Changes = Readonly<Record<string, FieldValue>>;

/** What the automatic step of an incident was given, and may be given instead. */
@Injectable()
export class IncidentInput {
  constructor(
    private readonly transactions: Transactions,
    private readonly engine: EngineClient,
    private readonly catalogue: HandlerCatalogue,
    private readonly registry: HandlerRegistry,
  ) {}

  async fields(incidentId: string): Promise<z.infer<typeof InputSchema>> {
    const { topic, values } = await this.task(incidentId);
    return inputFields(this.catalogue.handler(topic), values);
  }

  /**
   * Gives the step other input, seen by this step alone. Answers what it was before.
   *
   * @throws 422 for what the handler would refuse: then nothing is changed.
   */
  async change(incidentId: string, changes: Changes): Promise<Readonly<Record<string, ProcessValue>>> {
    const { executionId, topic, values } = await this.task(incidentId);
    const known = new Set(inputFields(this.catalogue.handler(topic), values).map(({ name }) => name));
    const unknown = Object.keys(changes).filter((name) => !known.has(name));
    if (unknown.length > 0) throw OperateProblem.unknownField(unknown);
    const given = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, engineValue(value, values[name])]));
    const issues = await inputIssues(this.registry.externalTask(topic)?.input, { ...values, ...given });
    if (issues.length > 0) throw OperateProblem.inputWrong(issues);
    await reached(() => this.engine.runtime.setLocalVariables(executionId, given));
    return Object.fromEntries(Object.keys(changes).map((name) => [name, values[name] ?? null]));
  }

  private async task(incidentId: string): Promise<FailedTask> {
    const incident = await this.transactions.read.findOneBy(IncidentEntity, { id: incidentId });
    if (!incident || incident.endedAt !== null || incident.configuration === null) throw Problem.notFound();
    if (incident.type !== 'failedExternalTask') throw OperateProblem.notAutomatic();
    const externalTaskId = incident.configuration;
    return reached(async () => {
      const [task] = await this.engine.externalTasks.externalTasks({ externalTaskId });
      if (!task) throw Problem.notFound();
      return { executionId: task.executionId, topic: task.topicName, values: fromEngineVariables(await this.engine.runtime.visibleVariables(task)) };
    });
  }
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    if (error instanceof EngineUnavailable) throw OperateProblem.engineAway();
    throw error;
  });
}
