import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In } from 'typeorm';
import { ListRowEntity } from './data-list.entities.js';
import type { Duplicates } from './data-list.schemas.js';
import { DuplicatesThread } from './duplicates-thread.js';
import { ListAccess } from './list-access.js';
import { shownValue } from './list-comparison.service.js';
import { textOf } from './list-fields.js';
import { listPages } from './list-pages.js';
import { listRevision } from './list-revision.js';
import { NEAR, type Named, type NearDuplicates } from './near-duplicates.js';

const SHOWN = 500;

interface Found {
  readonly revision: string;
  readonly answer: Promise<NearDuplicates>;
}

/** Names of a list that may be one thing listed twice: looked for in a thread of its own, and known until a row is changed. */
@Injectable()
export class ListDuplicates implements OnModuleDestroy {
  private readonly thread = new DuplicatesThread();
  /** By list; an answer is a few hundred pairs. */
  private readonly found = new Map<string, Found>();

  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
  ) {}

  async of(caseId: string): Promise<Duplicates> {
    await this.access.period(caseId);
    const { pairs, more } = await this.current(caseId);
    const [producers, rows] = await Promise.all([this.access.producers(), this.database.read.findBy(ListRowEntity, { periodId: caseId, id: In([...new Set(pairs.flatMap(({ a, b }) => [a, b]))]) })]);
    const values = new Map(rows.map((row) => [row.id, row.values]));
    const named = (id: string) => ({ id, name: textOf(values.get(id) ?? {}, 'nama'), producer: shownValue('produsen', values.get(id)?.['produsen'], producers) });
    return { thresholds: { ...NEAR }, more, pairs: pairs.map(({ a, b, likeness }) => ({ a: named(a), b: named(b), likeness })) };
  }

  async onModuleDestroy(): Promise<void> {
    await this.thread.close();
  }

  private async current(periodId: string): Promise<NearDuplicates> {
    const revision = await listRevision(this.database.read, periodId);
    const known = this.found.get(periodId);
    if (known?.revision === revision) return known.answer;
    const answer = this.named(periodId).then((rows) => this.thread.find(rows, SHOWN));
    this.found.set(periodId, { revision, answer });
    // What could not be found is looked for again by whoever asks next.
    answer.catch(() => this.found.get(periodId)?.answer === answer && this.found.delete(periodId));
    return answer;
  }

  private async named(periodId: string): Promise<Named[]> {
    const named: Named[] = [];
    for await (const page of listPages(this.database.read, periodId)) named.push(...page.map(({ id, values }) => ({ id, title: textOf(values, 'nama'), producer: textOf(values, 'produsen') })));
    return named;
  }
}
