import type { ProcessVariables } from '../contracts/index.js';
import type { EngineConnection } from './engine-connection.js';
import { toEngineVariables, type EngineVariables } from './variables.js';

/** Where tokens of one element go. The body of a multi-instance activity is an element of its own: `x#multiInstanceBody`. @internal */
export interface MigrationInstruction {
  readonly sourceActivityIds: readonly string[];
  readonly targetActivityIds: readonly string[];
  /** Whether a timer is reckoned anew; otherwise it keeps its due date. */
  readonly updateEventTrigger: boolean;
}

/** How instances go from one definition to another. @internal */
export interface MigrationPlan {
  readonly sourceProcessDefinitionId: string;
  readonly targetProcessDefinitionId: string;
  readonly instructions: readonly MigrationInstruction[];
  /** Set in each instance's own scope, in the same transaction. */
  readonly variables?: EngineVariables | null;
}

/** What the engine has against an instruction, in its own words. @internal */
export interface InstructionReport {
  readonly instruction: MigrationInstruction;
  readonly failures: readonly string[];
}

/** Running instances from one definition to another. @internal */
export class MigrationApi {
  constructor(private readonly connection: EngineConnection) {}

  /** Instructions for all elements that both definitions have, by their ids. Timers keep their due dates. */
  generate(sourceProcessDefinitionId: string, targetProcessDefinitionId: string): Promise<MigrationPlan> {
    return this.connection.json('POST', '/migration/generate', { body: { sourceProcessDefinitionId, targetProcessDefinitionId, updateEventTriggers: false } });
  }

  /** What the engine has against a plan, whatever instances it is for; empty: nothing. */
  async validate(plan: MigrationPlan): Promise<readonly InstructionReport[]> {
    const answer = await this.connection.json<{ instructionReports: InstructionReport[] }>('POST', '/migration/validate', { body: plan });
    return answer.instructionReports;
  }

  /**
   * Migrates these instances in one transaction, so that one which cannot go holds back the others.
   * Refused: EngineRejected 400 `MigratingProcessInstanceValidationException` or `MigrationPlanValidationException`, 500 where an
   * instance is gone or of another definition than the plan's.
   *
   * @param variables - set in each instance's own scope; what is there of the same name is overwritten.
   */
  execute(plan: MigrationPlan, processInstanceIds: readonly string[], variables: ProcessVariables = {}): Promise<void> {
    const migrationPlan = Object.keys(variables).length === 0 ? plan : { ...plan, variables: toEngineVariables(variables) };
    return this.connection.json('POST', '/migration/execute', { body: { migrationPlan, processInstanceIds } });
  }
}
