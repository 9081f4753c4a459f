import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Problem, Transactions, type Text } from '../../../sdk/index.js';
import { ActivityEntity, InstanceEntity, ReleaseFacts, TaskEntity } from '../../cases/index.js';
import { Releases } from '../../releases/index.js';
import { waysIn, type Ways } from './ways.js';

/** A token, with the ways of its diagram. */
export interface Standing {
  readonly activity: ActivityEntity;
  readonly instance: InstanceEntity;
  readonly ways: Ways;
  readonly processName: string;
  readonly task: TaskEntity | null;
  /** Why it stays where it is; null: it can be moved. */
  readonly why: Text | null;
}

const NO_STEP = new Set(['multiInstanceBody', 'subProcess', 'processDefinition']);

/** Where a case stands now. */
@Injectable()
export class CaseStanding {
  private readonly known = new Map<string, Promise<Ways>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly facts: ReleaseFacts,
  ) {}

  async of(caseId: string): Promise<Standing[]> {
    const { read } = this.transactions;
    const instances = new Map((await read.findBy(InstanceEntity, { caseId, state: 'active' })).map((row) => [row.id, row]));
    const activities = await read.find(ActivityEntity, { where: { instanceId: In([...instances.keys()]), endedAt: IsNull() }, order: { startedAt: 'ASC', id: 'ASC' } });
    const tasks = new Map((await read.findBy(TaskEntity, { caseId, state: In(['open', 'completing']) })).map((task) => [task.id, task]));
    const found = await Promise.all(activities.filter(({ type }) => !NO_STEP.has(type)).map(async (activity): Promise<Standing[]> => {
      const instance = instances.get(activity.instanceId) as InstanceEntity;
      const facts = await this.facts.ofDefinition(instance.definitionId);
      if (!facts) return [];
      const ways = await this.ways(facts.releaseId, facts.processKey);
      const task = tasks.get(activity.taskId ?? '') ?? null;
      return [{ activity, instance, ways, processName: facts.summary.name, task, why: whyNot(ways, activity, task) }];
    }));
    return found.flat();
  }

  /** @throws not found, where it has gone on. */
  async one(caseId: string, activityId: string): Promise<Standing> {
    const found = (await this.of(caseId)).find(({ activity }) => activity.id === activityId);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** Releases never change. */
  private ways(releaseId: string, processKey: string): Promise<Ways> {
    const key = `${releaseId} ${processKey}`;
    const known = this.known.get(key) ?? this.releases.diagram(releaseId, processKey).then(waysIn);
    this.known.set(key, known);
    known.catch(() => this.known.delete(key));
    return known;
  }
}

function whyNot({ steps }: Ways, { elementId }: ActivityEntity, task: TaskEntity | null): Text | null {
  const step = steps.get(elementId);
  if (!step) return { id: 'Langkah ini ada di dalam bagian diagram, sehingga tidak dapat dipindahkan sendiri.', en: 'This step is inside a part of the diagram and cannot be moved by itself.' };
  if (step.repeated) return { id: 'Langkah ini dikerjakan beberapa kali sekaligus, sehingga tidak dapat dipindahkan sendiri.', en: 'This step is done several times at once and cannot be moved by itself.' };
  if (task?.state === 'completing') return { id: 'Tugas ini baru saja dikirim dan sedang diteruskan. Tunggu sebentar.', en: 'This task was just sent and is being passed on. Wait a moment.' };
  return null;
}
