import { Injectable } from '@nestjs/common';
import { Clock, Offices, type Language } from 'tertib';
import { formatDecimal } from '../portal/number-format.js';
import { BoardCounts } from './board-counts.js';
import { producerAnswers, type ProducerAnswers } from './producer-figures.js';

/** How one producer answers, beside what it delivered: the board's own figures. Whoever asks has been let see its data. */
@Injectable()
export class ProducerResponse {
  constructor(
    private readonly counts: BoardCounts,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  /** As forms list it; none where nothing was asked for. */
  async rows(periodId: string, officeId: string, language: Language): Promise<{ produsen: string; masuk: string; tepatWaktu: string }[]> {
    const of = { periodId, officeId };
    const [states, answers] = await Promise.all([this.counts.states(of, this.clock.now()), this.counts.answers(of)]);
    const given = producerAnswers(states, answers);
    if (given.asked === 0) return [];
    return [{ produsen: (await this.offices.byId(officeId))?.name ?? states[0]?.officeCode ?? '', ...responseWords(given, language) }];
  }
}

/** Of what was asked for, what the leader validated in time; and of that, what came before the deadline that was set first. */
function responseWords({ asked, answered, onTime }: ProducerAnswers, language: Language): { masuk: string; tepatWaktu: string } {
  const of = language === 'id' ? 'dari' : 'of';
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${formatDecimal(String(part), language)} ${of} ${formatDecimal(String(whole), language)} (${Math.round((part * 100) / whole)} %)`);
  return { masuk: share(answered, asked), tepatWaktu: share(onTime, answered) };
}
