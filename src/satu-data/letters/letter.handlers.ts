import { AuditLog, ExternalTask, FatalError, Handlers, Letters, Mailer, Transactions, type Letter, type TaskContext } from 'tertib';
import { z } from 'zod';
import { AnalysisReports } from '../analysis/analysis-reports.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DatasetLifecycle } from '../datasets/dataset-lifecycle.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { LetterData } from './letter-data.js';
import { mailKey } from '../correspondence/mail-readers.service.js';
import { letterMail } from './letter-mail.js';
import { LetterReceivers } from './letter-receivers.js';
import { subjectOf } from './letter-subjects.js';
import { FIELD_NAMES } from '../shared/field-names.js';

const RenderInput = z.object({ letter: z.string().regex(/^[a-z0-9-]+$/), dataset: z.string().nullish() });
const RenderOutput = z.object({ suratId: z.string() });
const SendInput = z.object({ letter: z.string(), penerima: z.string().nullish(), suratId: z.string().nullish(), dataset: z.string().nullish() });
const SendOutput = z.object({});

/** Letters that the diagram asks for by name. */
@Handlers()
export class LetterHandlers {
  constructor(
    private readonly database: Transactions,
    private readonly data: LetterData,
    private readonly letters: Letters,
    private readonly reports: AnalysisReports,
    private readonly mailer: Mailer,
    private readonly receivers: LetterReceivers,
    private readonly lifecycle: DatasetLifecycle,
    private readonly audit: AuditLog,
  ) {}

  @ExternalTask('document.render', {
    title: { id: 'Membuat surat', en: 'Draw up a letter' },
    description: { id: 'Membuat surat dari templat, memberinya nomor, dan menyimpannya sebagai PDF.', en: 'Draws a letter up from its template, numbers it and keeps it as a PDF.' },
    fields: FIELD_NAMES, input: RenderInput, output: RenderOutput,
  })
  async render({ letter: template, dataset }: z.infer<typeof RenderInput>, task: TaskContext): Promise<z.infer<typeof RenderOutput>> {
    // What is sent to be examined has what staff wrote last, and the figures as they are.
    if (dataset) await this.reports.drawNow(dataset, task);
    const letter = await this.letters.render({
      key: task.idempotencyKey(template),
      caseId: task.caseId,
      processInstanceId: task.processInstanceId,
      template,
      subject: await this.subject(template, dataset),
      about: dataset ?? task.caseId,
      data: dataset ? await this.data.ofDataset(task.caseId, dataset) : await this.data.ofCase(task.caseId),
    });
    return { suratId: letter.id };
  }

  /** Sends a letter, its signed copy where there is one, with the reports about the same data set. */
  @ExternalTask('document.send', {
    title: { id: 'Mengirimkan surat', en: 'Send a letter' },
    description: { id: 'Mengirimkan surat terakhir dari templat ini lewat surel, salinan bertanda tangan bila ada.', en: 'Mails the latest letter of this template, its signed copy where there is one.' },
    fields: FIELD_NAMES, input: SendInput, output: SendOutput,
  })
  async send(input: z.infer<typeof SendInput>, task: TaskContext): Promise<z.infer<typeof SendOutput>> {
    const letter = await this.find(input, task);
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: task.caseId });
    const readers = await this.receivers.readers(input.penerima ?? 'bps');
    const reports = input.dataset ? (await this.letters.ofCase(task.caseId, { about: input.dataset, template: 'laporan-analisis' })).slice(-1) : [];
    await task.step.tx('sent', async (db) => {
      const attachments = [letter.signedFile ?? letter.file, ...reports.map(({ file }) => file)];
      for (const { language, to } of readers) await this.mailer.send({ ...letterMail(language, { ...letter, period: period.title }), key: mailKey(`letter:${letter.id}`, language), caseId: task.caseId, to, attachments });
      const officeId = await this.receivers.office(input.penerima ?? 'bps');
      for (const { id } of [letter, ...reports]) await this.letters.markSent(id, officeId);
      if (input.dataset && (await db.existsBy(DatasetEntity, { id: input.dataset, state: 'analysed' }))) await this.lifecycle.move(db, input.dataset, 'sent_to_bps', { at: 'document.send' });
      await this.audit.write({ action: 'letter.sent', caseId: task.caseId, subject: letter.id, detail: { number: letter.number, to: readers.flatMap(({ to }) => to) } });
    });
    return {};
  }

  private async subject(template: string, dataset: string | null | undefined): Promise<string> {
    const subject = subjectOf(template);
    if (!dataset) return subject;
    const { title } = await this.database.read.findOneByOrFail(DatasetEntity, { id: dataset });
    return `${subject}: ${title}`;
  }

  private async find({ letter: template, suratId, dataset }: z.infer<typeof SendInput>, task: TaskContext): Promise<Letter> {
    const letters = await this.letters.ofCase(task.caseId, { template, about: dataset ?? task.caseId });
    const letter = letters.find(({ id }) => id === suratId) ?? letters.at(-1);
    if (!letter) throw new FatalError(`The case has no letter "${template}" to send: no step before "${task.elementId}" draws it up`);
    return letter;
  }
}
