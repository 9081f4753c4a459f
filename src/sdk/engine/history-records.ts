import type { Sorted } from './paging.js';

/** An instance. Times here and below are texts of the engine: read them with {@link fromEngineTime}. @beta @engineRecord */
export interface HistoricProcessInstance {
  readonly id: string;
  readonly rootProcessInstanceId: string;
  readonly superProcessInstanceId: string | null;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly businessKey: string | null;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly state: 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'EXTERNALLY_TERMINATED' | 'INTERNALLY_TERMINATED';
  readonly deleteReason: string | null;
}

/** An element that was entered. @beta @engineRecord */
export interface HistoricActivityInstance {
  readonly id: string;
  readonly parentActivityInstanceId: string;
  readonly activityId: string;
  readonly activityName: string | null;
  readonly activityType: string;
  readonly processInstanceId: string;
  readonly rootProcessInstanceId: string;
  readonly processDefinitionId: string;
  readonly executionId: string;
  readonly taskId: string | null;
  readonly calledProcessInstanceId: string | null;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly canceled: boolean;
  readonly completeScope: boolean;
}

/** A user task, open or over. @beta @engineRecord */
export interface HistoricTask {
  readonly id: string;
  readonly name: string | null;
  readonly taskDefinitionKey: string;
  readonly processInstanceId: string;
  readonly rootProcessInstanceId: string;
  readonly processDefinitionId: string;
  readonly executionId: string;
  readonly activityInstanceId: string;
  readonly assignee: string | null;
  readonly due: string | null;
  readonly startTime: string;
  readonly endTime: string | null;
  /** `completed`, or why it ended otherwise: `deleted`, `Interrupting activity …`. */
  readonly deleteReason: string | null;
}

/** A variable; its value is read with {@link fromEngineVariable}. @beta @engineRecord */
export interface HistoricVariable {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
  readonly valueInfo: Readonly<Record<string, unknown>>;
  readonly processInstanceId: string;
  readonly executionId: string;
  readonly activityInstanceId: string;
  readonly state: 'CREATED' | 'DELETED';
}

/** Which instances; what is absent does not count. @beta @engineRecord */
export interface HistoricProcessInstanceQuery extends Sorted<'instanceId' | 'startTime' | 'endTime' | 'businessKey'> {
  readonly processInstanceId?: string;
  readonly processInstanceIds?: readonly string[];
  readonly processInstanceBusinessKey?: string;
  readonly processDefinitionId?: string;
  readonly processDefinitionKey?: string;
  readonly superProcessInstanceId?: string;
  readonly rootProcessInstances?: boolean;
  /** Inclusive, as are the other bounds of the history. */
  readonly startedAfter?: Date;
  readonly startedBefore?: Date;
  readonly finishedAfter?: Date;
  readonly finishedBefore?: Date;
  readonly finished?: boolean;
  readonly unfinished?: boolean;
}

/** Which entered elements; what is absent does not count. @beta @engineRecord */
export interface HistoricActivityInstanceQuery extends Sorted<'activityInstanceId' | 'startTime' | 'endTime' | 'occurrence'> {
  readonly processInstanceId?: string;
  readonly processDefinitionId?: string;
  readonly activityId?: string;
  readonly startedAfter?: Date;
  readonly startedBefore?: Date;
  readonly finishedAfter?: Date;
  readonly finishedBefore?: Date;
  readonly finished?: boolean;
  readonly unfinished?: boolean;
}

/** Which user tasks; what is absent does not count. @beta @engineRecord */
export interface HistoricTaskQuery extends Sorted<'taskId' | 'startTime' | 'endTime'> {
  readonly taskId?: string;
  readonly processInstanceId?: string;
  readonly rootProcessInstanceId?: string;
  readonly startedAfter?: Date;
  readonly startedBefore?: Date;
  readonly finishedAfter?: Date;
  readonly finishedBefore?: Date;
  readonly finished?: boolean;
  readonly unfinished?: boolean;
}

/** Which variables; what is absent does not count. @beta @engineRecord */
export interface HistoricVariableQuery extends Sorted<'instanceId' | 'variableName'> {
  readonly processInstanceId?: string;
  readonly processInstanceIdIn?: readonly string[];
  readonly variableName?: string;
  readonly includeDeleted?: boolean;
}
