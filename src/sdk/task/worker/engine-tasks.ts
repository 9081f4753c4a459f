import type { ExternalTaskApi } from '../../engine/index.js';
import type { Circuit } from './circuit.js';

/** The external tasks of the engine, asked through the worker's circuit. */
export class EngineTasks {
  readonly complete: ExternalTaskApi['complete'];
  readonly failure: ExternalTaskApi['failure'];
  readonly bpmnError: ExternalTaskApi['bpmnError'];
  readonly extendLock: ExternalTaskApi['extendLock'];
  readonly unlock: ExternalTaskApi['unlock'];
  readonly externalTasks: ExternalTaskApi['externalTasks'];

  constructor(api: ExternalTaskApi, circuit: Circuit) {
    this.complete = (...call) => circuit.run(() => api.complete(...call));
    this.failure = (...call) => circuit.run(() => api.failure(...call));
    this.bpmnError = (...call) => circuit.run(() => api.bpmnError(...call));
    this.extendLock = (...call) => circuit.run(() => api.extendLock(...call));
    this.unlock = (...call) => circuit.run(() => api.unlock(...call));
    this.externalTasks = (...call) => circuit.run(() => api.externalTasks(...call));
  }
}
