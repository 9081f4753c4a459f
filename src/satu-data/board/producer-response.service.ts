import { Injectable } from '@nestjs/common';
import { Clock, Offices, Transactions, type Language } from 'tertib';
import { PeriodEntity } from '../periods/period.entity.js';
import { formatDecimal } from '../portal/number-format.js';
import { RequestEntity } from '../requests/request.entity.js';
import { BoardCounts } from './board-counts.js';
import { producerFigures, type ProducerFigures } from './producer-figures.js';

/** How one producer answers, beside what it delivered: the board's own figures. Whoever asks has been let see its data. */
@Injectable()
export class ProducerResponse {
  constructor(
    private readonly database: Transactions,
    private readonly counts: BoardCounts,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  /** As forms list it; none where nothing was asked for. */
  async rows(periodId: string, officeId: string, language: Language): Promise<{ produsen: string; masuk: string; tepatWaktu: string }[]> {
    const figures = await this.figures(periodId, officeId);
    if (!figures || figures.asked === 0) return [];
    return [{ produsen: (await this.offices.byId(officeId))?.name ?? figures.officeCode, ...responseWords(figures, language) }];
  }

  private async figures(periodId: string, officeId: string): Promise<ProducerFigures | undefined> {
    const of = { periodId, officeId };
    const [{ deadline }, states, answers, requests, planned] = await Promise.all([this.database.read.findOneByOrFail(PeriodEntity, { id: periodId }), this.counts.states(of), this.counts.answers(of), this.database.read.findBy(RequestEntity, of), this.counts.plannedDeadlines(periodId)]);
    return producerFigures({ states, answers, requests, planned, deadline, now: this.clock.now() })[0];
  }
}

/** Of what was asked for, what the leader validated in time; and of that, what came before the deadline that was set first. */
function responseWords({ asked, answered, onTime }: ProducerFigures, language: Language): { masuk: string; tepatWaktu: string } {
  const of = language === 'id' ? 'dari' : 'of';
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${formatDecimal(String(part), language)} ${of} ${formatDecimal(String(whole), language)} (${Math.round((part * 100) / whole)} %)`);
  return { masuk: share(answered, asked), tepatWaktu: share(onTime, answered) };
}
