import { In, IsNull } from 'typeorm';
import { IncidentEntity, InstanceEntity, TaskEntity } from '../../platform/cases/index.js';
import { mayDo } from '../../platform/tasks/index.js';
import type { Principal } from '../../sdk/index.js';
import type { World } from '../world.js';

/** A user task that is open, as a list shows it. @beta */
export interface OpenTask {
  /** Its id. */
  readonly id: string;
  /** Id of the user task in the diagram. */
  readonly elementId: string;
  /** As people read it. */
  readonly name: string;
  /** Key of its form; null for a task without one. */
  readonly formKey: string | null;
  /** Who may do it. */
  readonly role: string | null;
  /** What its part of the case is about, where the case has several like parts. */
  readonly about: string | null;
  /** User name of who has taken it; null: nobody. */
  readonly assignee: string | null;
  /** When it is due; null: no date. */
  readonly dueAt: Date | null;
}

/** Finds open tasks of a case, and says what there is where one is missing. */
export class OpenTasks {
  constructor(
    private readonly world: World,
    private readonly caseId: string,
  ) {}

  async all(): Promise<OpenTask[]> {
    const rows = await this.rows();
    const instances = await this.instancesOf(rows);
    return rows.map((row) => ({
      id: row.id,
      elementId: row.elementId,
      name: row.name,
      formKey: row.formKey,
      role: row.role,
      about: instances.get(row.instanceId)?.label ?? null,
      assignee: row.assigneeName,
      dueAt: row.dueAt,
    }));
  }

  /**
   * The one task that is meant. Of several like ones, those that the person may do; of these, those that are about what is named: a
   * label, an office, or the value of a variable.
   *
   * @throws listing what is open and what has failed.
   */
  async one(elementId: string, who: Principal, about?: string): Promise<TaskEntity> {
    const open = await this.rows();
    const like = open.filter((row) => row.elementId === elementId);
    const instances = await this.instancesOf(like);
    const meant = about === undefined ? like : like.filter((row) => isAbout(row, instances.get(row.instanceId), about));
    const theirs = meant.filter((row) => mayDo(who, row));
    // Somebody else's is answered too: that it is refused may be what the test is about.
    const [task, second] = theirs.length > 0 ? theirs : meant;
    if (!task) throw new Error(`There is no open task "${elementId}"${about === undefined ? '' : ` about "${about}"`}. ${await this.standing()}`);
    if (second && theirs.length !== 1) throw new Error(`${who.username} could mean several tasks "${elementId}". Say which by \`about\`: ${meant.map((row) => JSON.stringify(instances.get(row.instanceId)?.label ?? row.officeId ?? row.instanceId)).join(', ')}.`);
    return task;
  }

  /** How the case stands, for a person who wonders. */
  async standing(): Promise<string> {
    const open = await this.all();
    const incidents = await this.world.database.read.findBy(IncidentEntity, { caseId: this.caseId, endedAt: IsNull() });
    const failed = incidents.map(({ elementId, message }) => `\n  incident${elementId ? ` at ${elementId}` : ''}: ${message}`).join('');
    const tasks = open.map(({ elementId, role, about }) => `${elementId} (${role ?? 'nobody'}${about ? `, ${about}` : ''})`);
    return `Open: ${tasks.join(', ') || 'nothing'}.${failed}`;
  }

  private rows(): Promise<TaskEntity[]> {
    return this.world.database.read.find(TaskEntity, { where: { caseId: this.caseId, state: In(['open']) }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  private async instancesOf(rows: readonly TaskEntity[]): Promise<ReadonlyMap<string, InstanceEntity>> {
    const found = await this.world.database.read.findBy(InstanceEntity, { id: In([...new Set(rows.map(({ instanceId }) => instanceId))]) });
    return new Map(found.map((instance) => [instance.id, instance]));
  }
}

const isAbout = ({ officeId }: TaskEntity, instance: InstanceEntity | undefined, about: string): boolean => officeId === about || (instance !== undefined && matches(instance, about));

/** Whether an instance is for what is named. */
export const matches = ({ label, officeId, variables }: InstanceEntity, about: string): boolean => label === about || officeId === about || Object.values(variables).includes(about);
