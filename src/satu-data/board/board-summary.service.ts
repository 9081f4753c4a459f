import { Injectable } from '@nestjs/common';
import { Settings, Transactions, WorkingDays } from 'tertib';
import { In, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity, type RequestState } from '../requests/request.entity.js';
import { OWED } from '../requests/requests.service.js';
import { BoardCounts } from './board-counts.js';
import { BoardReader, type BoardData } from './board-data.js';
import { periodView, totalsOf } from './board-views.js';
import type { BoardSummary } from './board.schemas.js';
import { dayIn } from '../shared/office-time.js';
import { curveOf, shareBefore } from './curve.js';
import { forecastOf, WINDOW, type Forecast } from './forecast.js';
import { HeldDays } from './held-days.js';
import { heldTogether, sum, type ProducerFigures } from './producer-figures.js';

/** How a period stands as a whole. The screen and the report both come from here. */
@Injectable()
export class BoardSummaryService {
  constructor(
    private readonly database: Transactions,
    private readonly reader: BoardReader,
    private readonly counts: BoardCounts,
    private readonly held: HeldDays,
    private readonly workingDays: WorkingDays,
    private readonly settings: Settings,
  ) {}

  async of(caseId: string): Promise<BoardSummary> {
    return this.from(await this.reader.of(caseId));
  }

  async from(data: BoardData): Promise<BoardSummary> {
    const { period, producers, now } = data;
    const states = producers.flatMap((one) => one.states);
    const asked = producers.filter((one) => one.asked > 0);
    const dayOf = dayIn(await this.settings.get('timezone', 'Asia/Jakarta'));
    const held = await this.held.of(heldTogether(producers.flatMap((one) => one.held)), await this.held.names(), now);
    return {
      period: periodView(period), at: now.toISOString(), workingDaysLeft: await this.workingDays.between(now, period.deadline), extended: data.extended,
      datasets: { asked: sum(asked, 'asked'), answered: sum(producers, 'answered'), onTime: sum(producers.filter(({ due }) => due), 'onTime'), due: sum(producers.filter(({ due }) => due), 'asked') },
      producers: { asked: asked.length, answered: asked.filter((one) => one.answered >= one.asked).length },
      totals: totalsOf(states),
      held: held.map((one) => ({ ...one, producers: producers.filter((producer) => producer.held.some(({ holder }) => holder === one.holder)).length })),
      curve: curveOf(data.answers, dayOf), today: dayOf(now), deadlineDay: dayOf(period.deadline),
      forecast: await this.forecast(data),
    };
  }

  private async forecast({ period, producers, answers, now, officeId }: BoardData): Promise<BoardSummary['forecast']> {
    const sent = producers.flatMap(({ request }) => (request?.sentAt ? [request.sentAt.getTime()] : []));
    const from = await this.workingDays.add(now, -WINDOW);
    const until = awaitedUntil(producers) ?? period.deadline;
    const { daysToAll, ...told }: Forecast = forecastOf({
      asked: sum(producers, 'asked'), answered: sum(producers, 'answered'), open: sum(producers.flatMap(({ states }) => states).filter(({ state }) => OWED.includes(state)), 'count'),
      daysLeft: until < now ? -1 : await this.workingDays.between(now, until), daysSinceSent: sent.length === 0 ? null : await this.workingDays.between(new Date(Math.min(...sent)), now),
      lately: sum(answers.filter(({ at }) => at >= from), 'count'), lastPeriod: await this.lastPeriod(period, now, officeId),
    });
    return { ...told, allBy: daysToAll === null ? null : (await this.workingDays.add(now, daysToAll)).toISOString() };
  }

  /** How the last period that is over stood when its deadline was as far off; for a producer, of his own data sets. */
  private async lastPeriod(period: PeriodEntity, now: Date, officeId: string | null): Promise<{ share: number; total: number } | null> {
    const earlier = await this.database.read.find(PeriodEntity, { where: { openedAt: LessThan(period.openedAt), deadline: LessThan(now), state: Not('cancelled') }, order: { openedAt: 'DESC' } });
    // Of one that is still awaited, nobody knows of how much what has come is a share.
    const awaited = new Set((await this.database.read.find(RequestEntity, { select: { id: true, periodId: true }, where: { periodId: In(earlier.map(({ id }) => id)), deadline: MoreThanOrEqual(now), state: AWAITED } })).map(({ periodId }) => periodId));
    const last = earlier.find(({ id }) => !awaited.has(id));
    if (!last) return null;
    const answers = await this.counts.answers({ periodId: last.id, officeId });
    return { total: sum(answers, 'count'), share: shareBefore(answers, last.deadline, period.deadline.getTime() - now.getTime()) };
  }
}

/** Of what is corrected the answer is there already. */
const AWAITED = 'sent' satisfies RequestState;

/** The last deadline of those whose first answer may still come. */
function awaitedUntil(producers: readonly ProducerFigures[]): Date | null {
  const deadlines = producers.flatMap(({ request }) => (request?.state === AWAITED ? [request.deadline.getTime()] : []));
  return deadlines.length > 0 ? new Date(Math.max(...deadlines)) : null;
}
