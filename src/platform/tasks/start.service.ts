import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Asker, Clock, Problem, Transactions, type FormContext, type Text } from '../../sdk/index.js';
import { CaseEntity, CasesService, Feed } from '../cases/index.js';
import { Choices, type FormDefinition, type ChoicePage, type ChoicesQuery } from '../forms/index.js';
import { Releases } from '../releases/index.js';
import { mayStart } from './abilities/abilities.js';
import { Acceptance, noticeOf } from './acceptance.js';
import { TaskForms } from './task-forms.js';
import { requestIdTaken } from './tasks.problems.js';

interface Startable {
  readonly key: string;
  readonly title: string;
  readonly releaseId: string;
  readonly formKey: string | null;
  readonly form: FormDefinition | null;
}

/** Starting a procedure by its form. */
@Injectable()
export class Starting {
  constructor(
    private readonly releases: Releases,
    private readonly forms: TaskForms,
    private readonly acceptance: Acceptance,
    private readonly cases: CasesService,
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly feed: Feed,
    private readonly chosen: Choices,
  ) {}

  /** Procedures that the asker may start. */
  async procedures(): Promise<{ key: string; title: string; formKey: string | null }[]> {
    const live = await this.releases.live();
    if (!live) return [];
    const all = await this.releases.startable();
    const allowed = await Promise.all(all.map(({ key }) => this.allowed(live.id, key)));
    return all.filter((_, index) => allowed[index]);
  }

  async form(key: string): Promise<{ key: string; title: string; form: FormDefinition | null; data: Record<string, unknown> }> {
    const { title, form, formKey, releaseId } = await this.startable(key);
    return { key, title, form, data: formKey === null ? {} : await this.forms.initial({ form, releaseId, context: this.context(formKey, uuidv7()) }) };
  }

  /** What may be chosen in a field of the start form, for whoever may start. */
  async choices(key: string, field: string, search: z.infer<typeof ChoicesQuery>): Promise<z.infer<typeof ChoicePage>> {
    return this.chosen.of((await this.startable(key)).form, field, search);
  }

  /** @param requestId - the same one again is the same case: a double click starts one, and what there is to say of it is said once. */
  async start(key: string, data: unknown, requestId: string = uuidv7()): Promise<{ caseId: string; notice: string | null }> {
    if (await this.startedBefore(requestId)) return { caseId: requestId, notice: null };
    const at = this.clock.now();
    const { title, releaseId, form, formKey } = await this.startable(key);
    const context = this.context(formKey ?? '', requestId);
    const { starters } = await this.releases.summary(releaseId, key);
    const checked = await this.acceptance.check(form, data, formKey === null ? {} : await this.forms.initial({ form, releaseId, context }));
    const submission = { id: uuidv7(), at };
    const prepared = await this.acceptance.prepare(context, checked, submission);
    let notices: readonly Text[] = [];
    try {
      notices = await this.transactions.tx(async (db) => {
        if (await this.startedBefore(requestId)) return [];
        if (await db.existsBy(CaseEntity, { id: requestId })) throw requestIdTaken();
        const where = { ...submission, releaseId, instanceId: null, taskName: title, step: null };
        const { variables, notices: told } = formKey === null ? { ...checked, notices: [] } : await this.acceptance.store(db, context, checked, prepared, where, starters);
        await this.cases.open(key, { id: requestId, title: titleOf(checked.data) ?? title, variables });
        return told;
      });
    } catch (error) {
      // Two requests of one click met: the other one has started it.
      if (!(await this.startedBefore(requestId))) throw error;
    }
    await Promise.race([this.feed.sync(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
    return { caseId: requestId, notice: noticeOf(notices) };
  }

  private startedBefore(id: string): Promise<boolean> {
    return this.transactions.read.existsBy(CaseEntity, { id, startedBy: this.asker.required().id });
  }

  private context(formKey: string, caseId: string): FormContext {
    return { formKey, caseId, taskId: null, elementId: null, processInstanceId: null, officeId: null, variables: {}, user: this.asker.required() };
  }

  private async startable(key: string): Promise<Startable> {
    const live = await this.releases.live();
    const found = (await this.releases.startable()).find((procedure) => procedure.key === key);
    if (!live || !found) throw Problem.notFound();
    if (!(await this.allowed(live.id, key))) throw Problem.forbidden();
    return { ...found, releaseId: live.id, form: found.formKey === null ? null : await this.releases.form(live.id, found.formKey) };
  }

  private async allowed(releaseId: string, key: string): Promise<boolean> {
    return mayStart(this.asker.required(), await this.releases.summary(releaseId, key));
  }
}

/** A case is called what its start form says, where it says so. */
function titleOf(data: Readonly<Record<string, unknown>>): string | undefined {
  const title = data['judul'] ?? data['title'];
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}
