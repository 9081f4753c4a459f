import type { ProcessValue, ProcessVariables } from '../contracts/index.js';
import type { EngineConnection } from './engine-connection.js';
import { pageQuery, type Page, type Sorted } from './paging.js';
import { fromEngineVariables, toEngineVariables, type EngineVariables } from './variables.js';

/** A running instance. @beta @engineRecord */
export interface ProcessInstance {
  readonly id: string;
  readonly definitionId: string;
  readonly businessKey: string | null;
  readonly ended: boolean;
  readonly suspended: boolean;
}

/** Which instances; what is absent does not count. @beta @engineRecord */
export interface ProcessInstanceQuery extends Sorted<'instanceId' | 'definitionKey' | 'businessKey'> {
  readonly processInstanceIds?: readonly string[];
  readonly businessKey?: string;
  readonly processDefinitionId?: string;
  readonly processDefinitionKey?: string;
  readonly rootProcessInstances?: boolean;
  readonly superProcessInstance?: string;
  /** Only instances that hold these values. */
  readonly variables?: readonly VariableCondition[];
}

/** A filter on a variable: `{ name: 'producer', operator: 'eq', value: 'p1' }`. @beta @engineRecord */
export interface VariableCondition {
  readonly name: string;
  readonly operator: 'eq' | 'neq' | 'gt' | 'gteq' | 'lt' | 'lteq' | 'like';
  readonly value: string | number | boolean | null;
}

/** A message for waiting instances. Nobody waiting, or more than one: {@link EngineRejected} 400. @beta @engineRecord */
export interface Message {
  readonly messageName: string;
  readonly businessKey?: string;
  readonly processInstanceId?: string;
  readonly correlationKeys?: ProcessVariables;
  readonly variables?: ProcessVariables;
  /** Every waiting instance instead of exactly one. Default false. */
  readonly all?: boolean;
}

/** What runs in an instance, as a tree of scopes. */
interface Scope {
  readonly id: string;
  readonly executionIds: readonly string[];
  readonly childActivityInstances: readonly Scope[];
}

interface VariableOfScope {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
  readonly valueInfo: Readonly<Record<string, unknown>>;
  readonly activityInstanceId: string;
}

/** Running instances and their variables. @beta */
export class RuntimeApi {
  /** @internal */
  constructor(private readonly connection: EngineConnection) {}

  /** Starts an instance. The same business key twice gives two: look into the history before a repeated start. */
  startProcess(start: { definitionId: string; businessKey: string; variables?: ProcessVariables }): Promise<ProcessInstance> {
    const body = { businessKey: start.businessKey, variables: toEngineVariables(start.variables) };
    return this.connection.json('POST', `/process-definition/${encodeURIComponent(start.definitionId)}/start`, { body });
  }

  /** Instances that run. */
  processInstances(query: ProcessInstanceQuery = {}, page?: Page): Promise<ProcessInstance[]> {
    return this.connection.json('POST', '/process-instance', { body: query, query: pageQuery(page) });
  }

  /** One instance. One that is over: EngineRejected 404. */
  processInstance(id: string): Promise<ProcessInstance> {
    return this.connection.json('GET', `/process-instance/${id}`);
  }

  /** Ends an instance at once, with the instances it called. An unknown one: EngineRejected 404. */
  deleteProcessInstance(id: string): Promise<void> {
    return this.connection.json('DELETE', `/process-instance/${id}`);
  }

  /**
   * Cancels what stands at one activity, with all that it holds and calls, and starts another in the same scope instead. One that is over: EngineRejected 400 or 500.
   *
   * @internal Cases are moved by commands that are written down first.
   */
  moveToken(id: string, { activityInstanceId, to, annotation }: { activityInstanceId: string; to: string; annotation: string }): Promise<void> {
    // Started first, so that the instance is never empty in between.
    const instructions = [{ type: 'startBeforeActivity', activityId: to }, { type: 'cancel', activityInstanceId }];
    return this.connection.json('POST', `/process-instance/${id}/modification`, { body: { instructions, annotation } });
  }

  /** Its variables by name; one that only Java reads throws {@link VariableUnreadable} when it is asked for. */
  async variables(processInstanceId: string): Promise<Record<string, ProcessValue>> {
    const path = `/process-instance/${processInstanceId}/variables`;
    return fromEngineVariables(await this.connection.json<EngineVariables>('GET', path, { query: { deserializeValues: false } }));
  }

  /** What an execution sees: its own variables, and those of the scopes around it that it does not hide. As a worker would fetch them. */
  async visibleVariables({ processInstanceId, executionId }: { processInstanceId: string; executionId: string }): Promise<EngineVariables> {
    const [root, variables] = await Promise.all([
      this.connection.json<Scope>('GET', `/process-instance/${processInstanceId}/activity-instances`),
      this.connection.json<VariableOfScope[]>('POST', '/variable-instance', { body: { processInstanceIdIn: [processInstanceId] }, query: { deserializeValues: false } }),
    ]);
    const scopes = scopesTo(executionId, root) ?? [root.id];
    const from = (scope: string) => variables.filter(({ activityInstanceId }) => activityInstanceId === scope);
    return Object.fromEntries(scopes.flatMap(from).map(({ name, type, value, valueInfo }) => [name, { type, value, valueInfo }])) as EngineVariables;
  }

  /** The bytes of a file or byte variable of the instance's own scope. None of that name: EngineRejected 404. */
  variableContent(processInstanceId: string, name: string): Promise<Buffer> {
    return this.connection.bytes('GET', `/process-instance/${processInstanceId}/variables/${encodeURIComponent(name)}/data`);
  }

  /** Sets variables of the instance. */
  setVariables(processInstanceId: string, variables: ProcessVariables): Promise<void> {
    const body = { modifications: toEngineVariables(variables) };
    return this.connection.json('POST', `/process-instance/${processInstanceId}/variables`, { body });
  }

  /** Sets variables in one execution's own scope, which its siblings do not see. */
  setLocalVariables(executionId: string, variables: ProcessVariables): Promise<void> {
    const body = { modifications: toEngineVariables(variables) };
    return this.connection.json('POST', `/execution/${executionId}/localVariables`, { body });
  }

  /** Hands a message to whoever waits for it. */
  correlateMessage({ variables, correlationKeys, ...message }: Message): Promise<void> {
    const body = {
      ...message,
      correlationKeys: toEngineVariables(correlationKeys),
      processVariables: toEngineVariables(variables),
    };
    return this.connection.json('POST', '/message', { body });
  }
}

/** From the instance down to the innermost scope in which an execution runs; null where it runs in none of them. */
function scopesTo(executionId: string, scope: Scope): string[] | null {
  for (const inner of scope.childActivityInstances) {
    const found = scopesTo(executionId, inner);
    if (found) return [scope.id, ...found];
  }
  return scope.executionIds.includes(executionId) ? [scope.id] : null;
}
