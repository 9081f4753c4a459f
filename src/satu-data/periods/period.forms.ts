import { Clock, FormData, Handlers, OnSubmission, Offices, Settings, Transactions, WorkingDays, type FormContext, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import { BoardCounts } from '../board/board-counts.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { moment, optionalText } from '../shared/form-values.js';
import { grouped } from '../shared/grouped.js';
import { reject } from '../shared/reject.js';
import { refuseTooFar } from '../shared/too-far.js';
import { yearIn } from './day-of-year.js';
import { PeriodEntity } from './period.entity.js';
import { releaseFirst } from './release-first.js';

const PeriodForm = z.object({ batasWaktu: moment, tanggalRilis: moment });
const AssignmentForm = z.object({ jatuhTempo: moment });
const DecisionForm = z.object({ keputusanPeriode: z.enum(['perpanjang', 'tutup']), batasWaktuBaru: moment.nullish(), alasan: optionalText });
const ASSIGNMENT_DAYS = 5;
const NEXT: Readonly<Record<string, string>> = { 'menugaskan-kabid': 'Kepala Bidang', 'mengarahkan-kasi': 'Kepala Seksi', 'mengarahkan-staf': 'Staf' };

/** The period's start, its assignments and what becomes of it when nothing is complete. */
@Handlers()
export class PeriodForms {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
    private readonly counts: BoardCounts,
    private readonly settings: Settings,
  ) {}

  @FormData('periode')
  async newPeriod(): Promise<object> {
    return { tahun: yearIn(this.clock.now(), await this.settings.get('timezone', 'Asia/Jakarta')) };
  }

  @OnSubmission('periode')
  async opened({ data, at, tell }: SubmissionContext<'periode'>): Promise<void> {
    const { batasWaktu, tanggalRilis } = PeriodForm.parse(data);
    if (batasWaktu <= at) reject('batasWaktu', 'Batas waktu harus di waktu yang akan datang.', 'The deadline must be in the future.');
    if (tanggalRilis.getTime() < at.getTime() - DAY) reject('tanggalRilis', 'Tanggal rilis sudah lewat.', 'The release date has passed.');
    refuseTooFar('batasWaktu', batasWaktu, at);
    refuseTooFar('tanggalRilis', tanggalRilis, at);
    const early = releaseFirst(batasWaktu, tanggalRilis);
    if (early) tell(early);
  }

  @FormData('penugasan')
  async assignment({ elementId }: FormContext): Promise<object> {
    return { kepada: NEXT[elementId ?? ''] ?? '', jatuhTempo: (await this.workingDays.add(this.clock.now(), ASSIGNMENT_DAYS)).toISOString() };
  }

  @OnSubmission('penugasan')
  async assigned({ data, at }: SubmissionContext<'penugasan'>): Promise<void> {
    const { jatuhTempo } = AssignmentForm.parse(data);
    if (jatuhTempo.getTime() < at.getTime() - DAY) reject('jatuhTempo', 'Tanggal ini sudah lewat.', 'This date has passed.');
    refuseTooFar('jatuhTempo', jatuhTempo, at);
  }

  @FormData('keputusan-periode')
  async standing({ caseId }: FormContext): Promise<object> {
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const found = grouped(await this.counts.states({ periodId: caseId, officeId: null }, this.clock.now()), ({ officeId }) => officeId);
    const ringkasan = [...found].map(([officeId, states]) => {
      const count = (...wanted: DatasetState[]) => states.reduce((sum, one) => sum + (wanted.length === 0 || wanted.includes(one.state) ? one.count : 0), 0);
      return { produsen: names.get(officeId) ?? states[0]?.officeCode, diminta: count(), terlambat: count('late'), tidakLengkap: count('incomplete'), tidakTersedia: count('not_available', 'not_ours') };
    });
    return { ringkasan };
  }

  @OnSubmission('keputusan-periode')
  async decided({ caseId, data, at, tell }: SubmissionContext<'keputusan-periode'>): Promise<void> {
    const { keputusanPeriode, batasWaktuBaru } = DecisionForm.parse(data);
    if (keputusanPeriode === 'tutup') return;
    if (!batasWaktuBaru || batasWaktuBaru <= at) return reject('batasWaktuBaru', 'Batas waktu baru harus di waktu yang akan datang.', 'The new deadline must be in the future.');
    refuseTooFar('batasWaktuBaru', batasWaktuBaru, at);
    const { releaseDate } = await this.database.read.findOneByOrFail(PeriodEntity, { id: caseId });
    const early = releaseFirst(batasWaktuBaru, releaseDate);
    if (early) tell(early);
    await this.database.tx((db) => db.update(PeriodEntity, { id: caseId }, { deadline: batasWaktuBaru }));
  }
}

const DAY = 24 * 3_600_000;
