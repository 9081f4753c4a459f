import type { ProcessVariables } from '../contracts/index.js';
import type { EngineConnection } from './engine-connection.js';
import { pageQuery, type Page, type Sorted } from './paging.js';
import { toEngineVariables } from './variables.js';

/** An open user task. @beta @engineRecord */
export interface UserTask {
  readonly id: string;
  readonly name: string | null;
  readonly taskDefinitionKey: string;
  readonly processInstanceId: string;
  readonly processDefinitionId: string;
  readonly executionId: string;
  readonly assignee: string | null;
  readonly created: string;
  readonly due: string | null;
  readonly followUp: string | null;
  readonly lastUpdated: string | null;
  readonly priority: number;
  readonly suspended: boolean;
  readonly formKey: string | null;
}

/** Which user tasks; what is absent does not count. @beta @engineRecord */
export interface TaskQuery extends Sorted<'created' | 'dueDate' | 'id' | 'lastUpdated' | 'priority'> {
  readonly processInstanceId?: string;
  readonly processInstanceIdIn?: readonly string[];
  readonly processInstanceBusinessKey?: string;
  readonly processDefinitionKey?: string;
  readonly taskDefinitionKey?: string;
  /** Exclusive, unlike the bounds of the history. */
  readonly createdAfter?: Date;
  /** Exclusive. Notices claims, candidates, due dates and task-local variables, which the history's times do not. */
  readonly updatedAfter?: Date;
}

/** Who a task is offered to: a person or a group. @beta @engineRecord */
export interface IdentityLink {
  readonly userId: string | null;
  readonly groupId: string | null;
  readonly type: string;
}

/** What people have to do. Who may do it is decided by us, not by the engine. @beta */
export class TaskApi {
  /** @internal */
  constructor(private readonly connection: EngineConnection) {}

  /** User tasks that are open. */
  tasks(query: TaskQuery = {}, page?: Page): Promise<UserTask[]> {
    return this.connection.json('POST', '/task', { body: query, query: pageQuery(page) });
  }

  /** A task that is done or interrupted: EngineRejected 404. */
  task(id: string): Promise<UserTask> {
    return this.connection.json('GET', `/task/${id}`);
  }

  /** Who a task is offered to. */
  identityLinks(id: string): Promise<IdentityLink[]> {
    return this.connection.json('GET', `/task/${id}/identity-links`);
  }

  /**
   * Completes a task. One that is completed or interrupted already: EngineRejected 500 `task is null`; the history's
   * task tells which (`deleteReason` is `completed`, or `deleted` and the like).
   */
  completeTask(id: string, variables?: ProcessVariables): Promise<void> {
    return this.connection.json('POST', `/task/${id}/complete`, { body: { variables: toEngineVariables(variables) } });
  }
}
