import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Transactions, type HistoricActivityInstance, type Principal } from '../../../sdk/index.js';
import { UsersRepository } from '../../identity/index.js';
import type { DiagramElement } from '../../releases/index.js';
import { mayDo } from '../access/may-do.js';
import { SubmissionEntity, type ChosenPerson, type Missed, type TaskEntity } from '../entities/index.js';
import { EngineReader } from './engine-reader.js';
import { ReleaseFacts } from './release-facts.js';

type Given = Pick<TaskEntity, 'assigneeId' | 'assigneeName' | 'chosen'>;
type Open = Pick<TaskEntity, 'role' | 'recordedBy' | 'officeId'>;

/** A person as far as is known: somebody who may work, or why not. */
interface Found {
  readonly name: string;
  readonly person: Principal | null;
  readonly missed: Missed | null;
}

const ANY_OF_THE_ROLE: Given = { assigneeId: null, assigneeName: null, chosen: null };

/** Whom the diagram chose for a task. Who cannot do it does not get it: then it is any of the role's, which every task has. */
@Injectable()
export class ChosenPeople {
  constructor(
    private readonly users: UsersRepository,
    private readonly reader: EngineReader,
    private readonly facts: ReleaseFacts,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async of(element: DiagramElement | null, passage: HistoricActivityInstance, task: Open): Promise<Given> {
    const { person, sameAs } = element?.properties ?? {};
    if (!element || (!person && !sameAs)) return ANY_OF_THE_ROLE;
    const found = person ? await this.named(person) : await this.whoDid(sameAs as string, element, passage);
    const missed = found.missed ?? why(found.person, task);
    const holder = missed === null ? found.person : null;
    const step = sameAs && !person ? ((await this.facts.element(passage.processDefinitionId, sameAs))?.name ?? sameAs) : null;
    return { assigneeId: holder?.id ?? null, assigneeName: holder?.name ?? null, chosen: { name: found.name, sameAs: step, missed, missedAt: missed && this.clock.now().toISOString() } };
  }

  /** Why somebody who holds a task cannot do it any more; null where nothing is in the way. */
  async lost(task: TaskEntity): Promise<Missed | null> {
    if (task.assigneeId === null) return null;
    const { person, missed } = await this.byId(task.assigneeId, '');
    return missed ?? why(person, task);
  }

  private async named(username: string): Promise<Found> {
    const user = await this.users.byUsername(username);
    return user ? this.byId(user.id, user.name) : { name: username, person: null, missed: 'unknown' };
  }

  private async byId(id: string, called: string): Promise<Found> {
    const person = await this.users.principal(id);
    if (person) return { name: person.name, person, missed: null };
    const user = await this.users.byId(id);
    return { name: user?.name ?? called, person: null, missed: user ? 'locked' : 'unknown' };
  }

  /** Whoever did it last, in the same run of the group that both steps are in: of another data set's run, nobody. */
  private async whoDid(stepId: string, element: DiagramElement, { parentActivityInstanceId, processInstanceId, processDefinitionId }: HistoricActivityInstance): Promise<Found> {
    const elements = (await this.facts.ofDefinition(processDefinitionId))?.summary.elements;
    const passages = new Map((await this.reader.activitiesOf(processInstanceId)).map((one) => [one.id, one]));
    const step = elements?.get(stepId);
    const groups = groupsOf(step ?? null, elements);
    const shared = groupsOf(element, elements).find((group) => groups.includes(group));
    const run = above(parentActivityInstanceId, passages).find(({ activityId }) => activityId === shared)?.id;
    const done = [...passages.values()].filter((one) => one.activityId === stepId && one.taskId !== null && one.endTime !== null && !one.canceled);
    const here = shared === undefined ? done : done.filter((one) => above(one.parentActivityInstanceId, passages).some(({ id }) => id === run));
    if (here.length === 0) return { name: '', person: null, missed: 'not-done' };
    const last = here.toSorted((a, b) => Date.parse(String(b.endTime)) - Date.parse(String(a.endTime)))[0];
    const answer = await this.transactions.read.findOneBy(SubmissionEntity, { taskId: In([last?.taskId ?? '']) });
    return answer ? this.byId(answer.userId, answer.userName) : { name: '', person: null, missed: 'by-nobody' };
  }
}

function why(person: Principal | null, task: Open): Missed | null {
  if (person === null) return 'locked';
  if (mayDo(person, task)) return null;
  return mayDo(person, { ...task, officeId: null }) ? 'office' : 'role';
}

/** The groups around a step, from the inside out. */
function groupsOf(element: DiagramElement | null, elements: ReadonlyMap<string, DiagramElement> | undefined): string[] {
  const group = element?.group ?? null;
  return group === null ? [] : [group, ...groupsOf(elements?.get(group) ?? null, elements)];
}

/** The passages that one is inside of, from the inside out; the diagram's own is none. */
function above(id: string, passages: ReadonlyMap<string, HistoricActivityInstance>): HistoricActivityInstance[] {
  const one = passages.get(id);
  return one ? [one, ...above(one.parentActivityInstanceId, passages)] : [];
}

/** What is kept of a choice that came to nothing. */
export const missedNow = (chosen: ChosenPerson, missed: Missed, at: Date): ChosenPerson => ({ ...chosen, missed, missedAt: at.toISOString() });
