import { ratio } from '../analysis/decimal.js';
import type { BoardData } from './board-data.js';
import type { BoardSummary } from './board.schemas.js';
import type { ForecastReason } from './forecast.js';
import { timeLeft, type TimeLeft } from './time-left.js';

/** The rest is on the board and in the register. */
const MOST_PRODUCERS = 50;
const WHY_NOT: Readonly<Record<ForecastReason, string>> = {
  'not-sent': 'belum dapat diperkirakan: permintaan belum dikirim', 'too-early': 'belum dapat diperkirakan: belum tiga hari kerja sejak permintaan dikirim',
  'too-few': 'belum dapat diperkirakan: kurang dari lima dataset yang divalidasi', over: 'batas waktu sudah lewat', done: 'tidak ada lagi yang ditunggu dari produsen',
};

/** What the letter `laporan-papan` names: the figures of the screen, no others. */
export function reportValues(summary: BoardSummary, { producers, nameOf }: Pick<BoardData, 'producers' | 'nameOf'>) {
  const { period, datasets, forecast } = summary;
  const holding = producers.filter(({ owing }) => owing > 0);
  return {
    periode: { judul: period.title }, waktu: summary.at, batasWaktu: period.deadline, sisaWaktu: timeWords(summary), diperpanjang: summary.extended,
    respons: share(datasets.answered, datasets.asked), lengkap: share(summary.producers.answered, summary.producers.asked), tepat: share(datasets.onTime, datasets.due),
    perkiraan: forecast.reason === null ? `${forecast.expected} dari ${datasets.asked} dataset, ${forecast.basis === 'pace' ? 'dari laju lima hari kerja terakhir' : 'dari kurva periode lalu'}` : WHY_NOT[forecast.reason],
    keadaan: summary.totals.map(({ name, count }) => ({ nama: name.id, jumlah: count })),
    penahan: summary.held.map(({ name, count, producers: many, since, workingDays }) => ({ siapa: name.id, jumlah: count, produsen: many, sejak: since, hari: workingDays })),
    produsen: holding.slice(0, MOST_PRODUCERS).map(({ officeId, officeCode, asked, answered, owing, request }) => ({ nama: nameOf(officeId) ?? officeCode, diminta: asked, masuk: answered, ditahan: owing, batasWaktu: request?.deadline.toISOString() ?? period.deadline })),
    produsenLain: Math.max(0, holding.length - MOST_PRODUCERS),
  };
}

const share = (part: number, all: number) => ({ bagian: part, dari: all, persen: ratio(String(part), String(all), '100', 1) });

function timeWords(summary: BoardSummary): string {
  const days = Math.abs(summary.workingDaysLeft);
  const words: Readonly<Record<TimeLeft, string>> = { days: `${days} hari kerja lagi`, 'less-than-a-day': 'kurang dari satu hari kerja lagi', today: 'hari ini', 'just-passed': 'sudah lewat', 'days-past': `lewat ${days} hari kerja` };
  return words[timeLeft(summary)];
}
