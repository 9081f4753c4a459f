import { CaseEntity } from '../../entities/index.js';
import type { Kind } from '../command-runner.js';
import { restoredVariables } from '../kept-variables.js';

/** Starts the case's instance. The engine takes a business key twice, so a repeated delivery looks first. */
export const startCase: Kind<'start'> = async (command, { engine }) => {
  const { caseId, payload } = command;
  const rootInstanceId = (command.attempts > 1 ? await startedBefore() : null) ?? (await start());
  return {
    state: 'done',
    apply: async (db) => {
      await db.update(CaseEntity, { id: caseId }, { rootInstanceId });
      await db.update(CaseEntity, { id: caseId, state: 'starting' }, { state: 'running' });
    },
  };

  async function startedBefore(): Promise<string | null> {
    const [known] = await engine.history.processInstances({ processInstanceBusinessKey: caseId, rootProcessInstances: true });
    return known?.id ?? null;
  }

  async function start(): Promise<string> {
    const { id } = await engine.runtime.startProcess({ definitionId: payload.definitionId, businessKey: caseId, variables: restoredVariables(payload.variables) });
    return id;
  }
};
