import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from 'tertib';
import { In, IsNull } from 'typeorm';
import { ListRowEntity } from './data-list.entities.js';
import type { Duplicates } from './data-list.schemas.js';
import { DuplicatesThread } from './duplicates-thread.js';
import { ListAccess } from './list-access.js';
import { shownValue } from './list-comparison.service.js';
import { textOf } from './list-fields.js';
import { listRevision } from './list-revision.js';
import { NEAR, type Named, type NearDuplicates } from './near-duplicates.js';
import { rowField } from './row-field.js';

const SHOWN = 500;
/** Of 2,000 rows nobody waits half as long. */
const AT_ONCE_MS = 1_500;

/** What was found, in which names. */
interface Likes extends NearDuplicates {
  readonly among: string;
}
interface Found {
  readonly revision: string;
  readonly answer: Promise<Likes>;
}

/** Names of a list that may be one thing listed twice: looked for in a thread of its own, and known until one of them is changed. */
@Injectable()
export class ListDuplicates implements OnModuleDestroy {
  private readonly logger = new Logger(ListDuplicates.name);
  private readonly thread = new DuplicatesThread();
  /** By list; an answer is a few hundred pairs. */
  private readonly found = new Map<string, Found>();
  private isEnding = false;

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
    return { thresholds: { ...NEAR }, more, names: namesIn({ pairs }), pairs: pairs.map(({ a, b, likeness }) => ({ a: named(a), b: named(b), likeness })) };
  }

  /** How many rows have a name that another's is like; null where it is not known in a moment. It goes on, for whoever asks again. */
  async count(periodId: string): Promise<number | null> {
    const waiting = new AbortController();
    const counted = this.current(periodId).then(namesIn, (error: unknown) => {
      if (!this.isEnding) this.logger.error(error);
      return null;
    });
    const found = await Promise.race([counted, after(AT_ONCE_MS, null, { signal: waiting.signal, ref: false }).catch(() => null)]);
    waiting.abort();
    return found;
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    await Promise.allSettled([...this.found.values()].map(({ answer }) => answer));
    await this.thread.close();
  }

  private async current(periodId: string): Promise<Likes> {
    const revision = await listRevision(this.database.read, periodId);
    const known = this.found.get(periodId);
    if (known?.revision === revision) return known.answer;
    const answer = this.look(periodId, known);
    this.found.set(periodId, { revision, answer });
    // What could not be found is looked for again by whoever asks next.
    answer.catch(() => this.found.get(periodId)?.answer === answer && this.found.delete(periodId));
    return answer;
  }

  private async look(periodId: string, known: Found | undefined): Promise<Likes> {
    const rows = await this.named(periodId);
    const among = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const before = await known?.answer.catch(() => undefined);
    return before?.among === among ? before : { ...(await this.thread.find(rows, SHOWN)), among };
  }

  private async named(periodId: string): Promise<Named[]> {
    const { read } = this.database;
    const rows = await read.createQueryBuilder(ListRowEntity, 'r').select('r.id', 'id').addSelect(rowField(read, 'nama'), 'title').addSelect(rowField(read, 'produsen'), 'producer')
      .where({ periodId, removedAt: IsNull() }).orderBy('r.position', 'ASC').addOrderBy('r.id', 'ASC').getRawMany<{ readonly [Key in keyof Named]: string | null }>();
    return rows.map(({ id, title, producer }) => ({ id: id ?? '', title: title ?? '', producer: producer ?? '' }));
  }
}

const namesIn = ({ pairs }: Pick<NearDuplicates, 'pairs'>): number => new Set(pairs.flatMap(({ a, b }) => [a, b])).size;
