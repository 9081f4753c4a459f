import { Cases, ExternalTask, Handlers, Letters, Mailer, MailTexts, type Letter, type TaskContext } from 'tertib';
import { z } from 'zod';
import { latest } from './latest.js';
import { DAYS, EXCLUDED, OBJECTIONS } from './law.js';
import type { Outcome } from './requests.entity.js';
import { Requests } from './requests.js';

const Nothing = z.object({});

/** The letters to the applicant: each is drawn once, noted in the register once, and mailed once where there is an address. */
@Handlers()
export class AnswerHandlers {
  constructor(
    private readonly requests: Requests,
    private readonly cases: Cases,
    private readonly letters: Letters,
    private readonly texts: MailTexts,
    private readonly mailer: Mailer,
  ) {}

  @ExternalTask('informasi-publik.register', { title: { id: 'Mencatat register, membuat tanda terima', en: 'Enter into the register, make the receipt' }, input: Nothing })
  async register(_: object, task: TaskContext): Promise<void> {
    const number = await this.letters.nextNumber('informasi-publik', task.caseId);
    await task.step.tx('registered', () => this.requests.change(task.caseId, { number }));
    const { cara, penyampaian } = latest(await this.cases.submissions(task.caseId), 'permohonan-informasi');
    await this.send(task, 'tanda-terima', 'Tanda terima permohonan informasi', { cara, penyampaian });
  }

  @ExternalTask('informasi-publik.extend', { title: { id: 'Memberitahukan perpanjangan', en: 'Tell of the extension' }, input: Nothing })
  async extend(_: object, task: TaskContext): Promise<void> {
    const { alasan } = latest(await this.cases.submissions(task.caseId), 'jawaban');
    await this.send(task, 'perpanjangan', 'Perpanjangan waktu pemberitahuan', { alasan, hari: DAYS.extension });
  }

  @ExternalTask('informasi-publik.notify', {
    title: { id: 'Membuat pemberitahuan tertulis', en: 'Make the written notice' },
    input: z.object({ hasil: z.enum(['diberikan', 'sebagian', 'ditolak', 'tidak-dikuasai']) }),
    output: z.object({ objectUntil: z.date() }),
  })
  async notify({ hasil }: { hasil: Outcome }, task: TaskContext): Promise<{ objectUntil: Date }> {
    const answer = latest(await this.cases.submissions(task.caseId), 'jawaban');
    const grounds = Object.keys(EXCLUDED).filter((key) => answer.pasal17?.[key as 'a']);
    const at = new Date(await task.step('answered at', async () => this.requests.now().toISOString()));
    const objectUntil = await this.requests.after(at, DAYS.objection);
    await task.step.tx('answered', async () => {
      // Counted back from the deadline, which moves where the request had to be completed.
      const { dueAt, extendedAt } = await this.requests.get(task.caseId);
      const given = DAYS.answer + (extendedAt ? DAYS.extension : 0);
      const daysTaken = given - (await this.requests.daysBetween(at, new Date(dueAt)));
      await this.requests.change(task.caseId, { outcome: hasil, grounds: grounds.join(), answeredAt: at.toISOString(), daysTaken, objectUntil: objectUntil.toISOString() });
    });
    const { ujiKonsekuensi, biaya, waktu, badanLain } = answer;
    await this.send(task, 'pemberitahuan', 'Pemberitahuan tertulis', {
      diberikan: hasil === 'diberikan' || hasil === 'sebagian',
      [hasil.replace('-d', 'D')]: true,
      alasan: grounds.map((key) => ({ huruf: key, alasan: EXCLUDED[key] })),
      ujiKonsekuensi,
      biaya,
      waktu,
      badanLain,
    });
    return { objectUntil };
  }

  @ExternalTask('informasi-publik.respond', { title: { id: 'Membuat surat tanggapan atas keberatan', en: 'Answer the objection by letter' }, input: Nothing })
  async respond(_: object, task: TaskContext): Promise<void> {
    const submissions = await this.cases.submissions(task.caseId);
    const { pasal35, uraian } = latest(submissions, 'keberatan');
    const { keputusan, pertimbangan } = latest(submissions, 'tanggapan');
    await this.send(task, 'tanggapan-keberatan', 'Tanggapan atas keberatan', { huruf: pasal35, alasan: OBJECTIONS[pasal35], uraian, dikuatkan: keputusan === 'dikuatkan', pertimbangan });
  }

  private async send(task: TaskContext, template: string, subject: string, more: Readonly<Record<string, unknown>>): Promise<void> {
    const request = await this.requests.get(task.caseId);
    const data = { kepada: { jabatan: request.applicant, tempat: request.address }, pemohon: request.applicant, nomorRegister: request.number, informasi: request.subject, batasWaktu: request.dueAt, diterima: request.receivedAt, ...more };
    const letter: Letter = await this.letters.render({ key: task.idempotencyKey(template), caseId: task.caseId, processInstanceId: task.processInstanceId, template, subject, data });
    const { email } = request;
    if (!email) return;
    await task.step.tx('mailed', async () => {
      const text = await this.texts.render(task.caseId, 'mail-pemohon', { ...data, perihal: subject }, task.processInstanceId);
      await this.mailer.send({ ...text, key: task.idempotencyKey('mail'), caseId: task.caseId, to: [email], attachments: [letter.file] });
      await this.letters.markSent(letter.id);
    });
  }
}
