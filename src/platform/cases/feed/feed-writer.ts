import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions, type HistoricActivityInstance, type HistoricProcessInstance } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { TaskEntity, type InstanceEntity } from '../entities/index.js';
import { EngineReader, type Moves } from './engine-reader.js';
import { endOf, InstanceSync } from './instance-sync.js';
import { MigratedInstances } from './migrated-instances.js';
import { saveMoves } from './read-model.js';
import { Seen } from './seen.js';
import { endOfTask, TaskRows } from './task-rows.js';

type TaskActivity = HistoricActivityInstance & { readonly taskId: string };

/** Writes what moved into the read model. Idempotent: the same moves twice change nothing and are announced once. */
@Injectable()
export class FeedWriter {
  private readonly seen = new Seen();

  constructor(
    private readonly reader: EngineReader,
    private readonly instances: InstanceSync,
    private readonly taskRows: TaskRows,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly migrated: MigratedInstances,
  ) {}

  /** @param known - false to write again what was written before, because it was found missing. */
  async write(moves: Moves, { known = true } = {}): Promise<void> {
    const isSeen = (id: string, state: string): boolean => known && this.seen.has(id, state);
    const activities = moves.activities.filter((activity) => !isSeen(activity.id, stateOf(activity)));
    const ended = moves.instances.filter((instance) => !isSeen(instance.id, stateOfInstance(instance)));
    if (activities.length === 0 && ended.length === 0) return;
    const ids = new Set([...activities.map((activity) => activity.processInstanceId), ...ended.map((instance) => instance.id)]);
    const rows = await this.instances.load(ids, moves.instances);
    for (const instance of ended) {
      const row = rows.get(instance.id);
      if (row) Object.assign(row, endOf(instance));
    }
    const touched = [...rows.values()];
    await this.instances.refreshVariables(touched);
    const ours = activities.filter((activity) => rows.has(activity.processInstanceId));
    const tasks = await this.tasksOf(ours, rows);
    await this.transactions.tx((db) => saveMoves(db, touched, ours, tasks));
    // What could not be placed yet comes again.
    const placed = (id: string): boolean => rows.has(id) || this.instances.isStranger(id);
    for (const activity of activities) if (placed(activity.processInstanceId)) this.seen.add(activity.id, stateOf(activity));
    for (const instance of ended) if (placed(instance.id)) this.seen.add(instance.id, stateOfInstance(instance));
    this.announce(tasks, touched);
    const migrated = strayed(rows, ours, ended);
    if (migrated.length > 0) await this.migrated.follow(migrated);
  }

  private async tasksOf(activities: readonly HistoricActivityInstance[], rows: ReadonlyMap<string, InstanceEntity>): Promise<TaskEntity[]> {
    const passages = activities.filter((activity): activity is TaskActivity => activity.taskId !== null);
    const known = await this.known(passages.map((passage) => passage.taskId));
    const fresh = passages.filter((passage) => !known.has(passage.taskId));
    const open = fresh.filter((passage) => passage.endTime === null);
    const engineTasks = new Map((await this.reader.tasks([...new Set(open.map((passage) => passage.processInstanceId))])).map((task) => [task.id, task]));
    const result: TaskEntity[] = [];
    for (const passage of passages) {
      const row = known.get(passage.taskId);
      const end = endOfTask(passage);
      if (row && (end.state === 'open' || row.state === end.state)) continue;
      if (row) result.push(Object.assign(row, end));
      else result.push(await this.taskRows.create(passage, rows.get(passage.processInstanceId) as InstanceEntity, engineTasks.get(passage.taskId)));
    }
    return result;
  }

  private async known(ids: readonly string[]): Promise<Map<string, TaskEntity>> {
    const found: TaskEntity[] = [];
    for (let start = 0; start < ids.length; start += 500) found.push(...(await this.transactions.read.findBy(TaskEntity, { id: In(ids.slice(start, start + 500)) })));
    return new Map(found.map((row) => [row.id, row]));
  }

  private announce(tasks: readonly TaskEntity[], instances: readonly InstanceEntity[]): void {
    for (const { id, caseId, role, officeId } of tasks) this.events.emit('task.changed', { taskId: id, caseId, role, officeId });
    for (const caseId of new Set(instances.map((instance) => instance.caseId))) this.events.emit('case.changed', { caseId });
  }
}

const stateOf = (activity: HistoricActivityInstance): string => `${activity.endTime ?? 'open'} ${activity.calledProcessInstanceId ?? ''} ${activity.processDefinitionId}`;
const stateOfInstance = (instance: HistoricProcessInstance): string => `${instance.state} ${instance.processDefinitionId}`;

/** Instances that the engine runs on another definition than we knew: migrated, by us a moment ago or by somebody else. */
function strayed(rows: ReadonlyMap<string, InstanceEntity>, activities: readonly HistoricActivityInstance[], instances: readonly HistoricProcessInstance[]): string[] {
  const open = [...activities.map((one) => ({ ...one, instanceId: one.processInstanceId })), ...instances.map((one) => ({ ...one, instanceId: one.id }))].filter(({ endTime }) => endTime === null);
  const found = open.filter(({ instanceId, processDefinitionId }) => rows.has(instanceId) && rows.get(instanceId)?.definitionId !== processDefinitionId);
  return [...new Set(found.map(({ instanceId }) => instanceId))];
}
