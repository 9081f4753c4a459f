import { ExternalTask, Handlers, Mailer, MailTexts, Offices, type TaskContext } from 'tertib';
import { z } from 'zod';
import { Requests } from './requests.js';

const Nothing = z.object({});

/** What the office is told when time runs out. */
@Handlers()
export class DeadlineHandlers {
  constructor(
    private readonly requests: Requests,
    private readonly offices: Offices,
    private readonly texts: MailTexts,
    private readonly mailer: Mailer,
  ) {}

  @ExternalTask('informasi-publik.remind', { title: { id: 'Mengingatkan PPID', en: 'Remind the PPID' }, input: Nothing })
  remind(_: object, task: TaskContext): Promise<void> {
    return this.tell('ppid', false, task);
  }

  @ExternalTask('informasi-publik.escalate', { title: { id: 'Memberi tahu atasan PPID', en: 'Tell the superior of the PPID' }, input: Nothing })
  escalate(_: object, task: TaskContext): Promise<void> {
    return this.tell('atasan-ppid', true, task);
  }

  private async tell(role: string, lewat: boolean, task: TaskContext): Promise<void> {
    const { number, applicant, subject, dueAt } = await this.requests.get(task.caseId);
    const to = await this.offices.mailOf(role);
    if (to.length === 0) throw new Error(`Nobody with the role “${role}” has an e-mail address. Add one under Offices and people, then run this step again.`);
    await task.step.tx('mailed', async () => {
      const text = await this.texts.render(task.caseId, 'mail-batas-waktu', { lewat, nomorRegister: number, pemohon: applicant, informasi: subject, batasWaktu: dueAt }, task.processInstanceId);
      await this.mailer.send({ ...text, key: task.idempotencyKey('mail'), caseId: task.caseId, to });
    });
  }
}
