import { AuditLog, Clock, ExternalTask, Handlers, Letters, Mailer, MailTexts, Settings, Transactions, type TaskContext } from 'tertib';
import { Not, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ReviewReminderEntity } from '../review/review.entities.js';
import { moment } from '../shared/form-values.js';
import { officeTime } from '../shared/office-time.js';
import { mailKey } from '../correspondence/mail-readers.service.js';
import { LetterReceivers } from './letter-receivers.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const Input = z.object({ letter: z.string(), penerima: z.string().nullish(), suratId: z.string().nullish(), dataset: z.string().nullish(), jatuhTempo: moment.nullish(), waktuPengingat: moment });
const Nothing = z.object({});

/** Steps 6 and 13: whoever has not answered a letter is reminded before the answer is due. */
@Handlers()
export class LetterReminderHandlers {
  constructor(
    private readonly database: Transactions,
    private readonly letters: Letters,
    private readonly receivers: LetterReceivers,
    private readonly texts: MailTexts,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly settings: Settings,
  ) {}

  @ExternalTask('document.remind', {
    title: { id: 'Mengingatkan jawaban surat', en: 'Remind of a letter’s answer' },
    description: { id: 'Mengirim pengingat bila surat belum dijawab menjelang jatuh tempo.', en: 'Sends a reminder when a letter’s answer is due soon and has not come.' },
    fields: FIELD_NAMES, input: Input, output: Nothing,
  })
  async remind(input: z.infer<typeof Input>, task: TaskContext): Promise<z.infer<typeof Nothing>> {
    // Whether there is a point in it is decided in the step: by the time of a repeated run the answer may be another.
    await task.step.tx('remind', async (db) => {
      const letters = await this.letters.ofCase(task.caseId, { template: input.letter, about: input.dataset ?? task.caseId });
      const letter = letters.find(({ id }) => id === input.suratId) ?? letters.at(-1);
      const due = input.jatuhTempo;
      // Sent when the time for reminding was already past; or the timer fired late, as it does when the engine was away.
      const pointless = !letter?.sentAt || !due || input.waktuPengingat <= letter.sentAt || due <= this.clock.now();
      const readers = pointless ? [] : await this.receivers.readers(input.penerima ?? 'bps');
      if (pointless || readers.length === 0) return;
      const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: task.caseId });
      const data = { kepada: await this.receivers.addressee(), periode: { judul: period.title }, nomor: letter.number, batasWaktu: due.toISOString() };
      const others = await this.others(db, task.caseId, input.dataset);
      const key = input.dataset ? await this.keyOfDay(task.caseId) : task.idempotencyKey('remind');
      for (const { language, to } of readers) {
        const text = await this.texts.render(task.caseId, 'mail-pengingat-bps', { ...data, perihal: `${letter.subject}${OTHERS[language](others)}` }, task.processInstanceId, language);
        await this.mailer.send({ ...text, to, key: mailKey(key, language), caseId: task.caseId });
      }
      await db.insert(ReviewReminderEntity, { id: uuidv7(), periodId: task.caseId, about: input.dataset ?? task.caseId, at: this.clock.now() });
      await this.audit.write({ action: 'letter.reminded', caseId: task.caseId, subject: letter.id, detail: { number: letter.number, to: readers.flatMap(({ to }) => to) } });
    });
    return {};
  }

  /** Of three hundred data sets that are due on one day, the office gets one mail that says how many wait. */
  private async keyOfDay(caseId: string): Promise<string> {
    return `review-remind:${caseId}:${officeTime(await this.settings.get('timezone', 'Asia/Jakarta'))(this.clock.now()).slice(0, 10)}`;
  }

  private async others(db: EntityManager, periodId: string, dataset: string | null | undefined): Promise<number> {
    return dataset ? db.countBy(DatasetEntity, { periodId, state: 'sent_to_bps', id: Not(dataset) }) : 0;
  }
}

const OTHERS = {
  id: (count: number) => (count > 0 ? `, dan ${count} dataset lain yang menunggu jawaban` : ''),
  en: (count: number) => (count > 0 ? `, and ${count} other data ${count === 1 ? 'set' : 'sets'} that await an answer` : ''),
} as const;
