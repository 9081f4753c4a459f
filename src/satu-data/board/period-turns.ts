import { Injectable } from '@nestjs/common';
import { OpenTasks, Transactions, type WaitingRole } from 'tertib';
import { IsNull } from 'typeorm';
import { RequestEntity } from '../requests/request.entity.js';
import type { Holder, TurnTask } from './holders.js';

/** Steps 4 to 7, of which a case is in one. */
const LIST_FORMS: ReadonlySet<string | null> = new Set(['daftar-data', 'koreksi', 'kirim-surat', 'pemeriksaan-permintaan', 'kirim-permintaan']);
/** By the SOP, for the moment in which no such task is open; between two tasks the list is the system's. */
const USUAL = { list: 'system', verifikasi: 'kasi', analisis: 'staf', 'pemeriksaan-analisis': 'kasi', 'kirim-surat': 'kasi', kelayakan: 'bps', 'perintah-publikasi': 'kasi', diseminasi: 'staf' } as const satisfies Record<TurnTask | 'kirim-surat', Holder>;
const usual = (form: string): Holder => (form in USUAL ? USUAL[form as keyof typeof USUAL] : 'system');

/** What holds for all data sets of a period. */
export interface PeriodFacts {
  /** As the diagram of the case gives the tasks out. */
  readonly whoHas: (form: string) => Holder;
  /** When the data list came to whoever has it; null while nobody does. */
  readonly listSince: Date | null;
  /** Whether some producer's request has not come to an end. */
  readonly othersAsked: boolean;
}

/** Where a period stands, in two queries whatever its size: from this and the counted states follows whose move it is. */
@Injectable()
export class PeriodTurns {
  constructor(
    private readonly database: Transactions,
    private readonly tasks: OpenTasks,
  ) {}

  async of(periodId: string): Promise<PeriodFacts> {
    const [waiting, othersAsked] = await Promise.all([this.tasks.waiting(periodId), this.database.read.existsBy(RequestEntity, { periodId, endedAt: IsNull() })]);
    const list = waiting.find(({ formKey }) => LIST_FORMS.has(formKey)) ?? waiting[0];
    const whoHas = (form: string): Holder => (form === 'list' ? list?.role : mostOf(waiting, form)) ?? usual(form);
    return { whoHas, listSince: list?.since ?? null, othersAsked };
  }
}

/** Where a case was moved to another version, tasks of one form may be of two roles. */
const mostOf = (waiting: readonly WaitingRole[], form: string): Holder | undefined => waiting.filter(({ formKey }) => formKey === form).toSorted((a, b) => b.count - a.count)[0]?.role;
