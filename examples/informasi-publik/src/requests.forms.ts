import { Cases, FormData, Handlers, OnSubmission, SubmissionRejected, Transactions, type FormContext, type SubmissionContext } from 'tertib';
import { DAYS } from './law.js';
import { latest } from './latest.js';
import { RequestEntity } from './requests.entity.js';
import { Requests } from './requests.js';

/** What happens when a form is sent: the register's rows, and the dates that the diagram's timers wait for. */
@Handlers()
export class RequestForms {
  constructor(
    private readonly database: Transactions,
    private readonly requests: Requests,
    private readonly cases: Cases,
  ) {}

  @OnSubmission('permohonan-informasi')
  async received({ caseId, at, data }: SubmissionContext<'permohonan-informasi'>): Promise<{ dueAt: Date; remindAt: Date }> {
    if (data.penyampaian === 'surel' && !data.surel) {
      throw new SubmissionRejected([{ path: 'surel', message: { id: 'Isi surel, karena jawaban disampaikan lewat surel.', en: 'Fill in the e-mail address: the answer goes by e-mail.' } }]);
    }
    const times = await this.requests.answerFrom(at);
    await this.database.tx((db) =>
      db.insert(RequestEntity, {
        caseId,
        applicant: data.pemohon,
        address: data.alamat,
        email: data.surel || null,
        subject: data.judul,
        receivedAt: at.toISOString(),
        dueAt: times.dueAt.toISOString(),
        grounds: '',
        upheld: false,
      }),
    );
    return times;
  }

  @OnSubmission('jawaban')
  async checked({ caseId, at, data }: SubmissionContext<'jawaban'>): Promise<{ dueAt: Date; remindAt: Date } | void> {
    if (data.hasil !== 'perpanjang') return;
    const { dueAt, extendedAt } = await this.requests.get(caseId);
    if (extendedAt !== null) throw reject({ id: 'Permohonan ini sudah pernah diperpanjang; perpanjangan hanya satu kali.', en: 'This request was extended before; it can be extended once.' });
    if (at > new Date(dueAt)) throw reject({ id: 'Batas waktu sudah lewat; permohonan tidak dapat diperpanjang lagi.', en: 'The deadline has passed; the request can no longer be extended.' });
    const times = await this.requests.answerFrom(new Date(dueAt), DAYS.extension);
    await this.requests.change(caseId, { extendedAt: at.toISOString(), dueAt: times.dueAt.toISOString() });
    return times;
  }

  @FormData('kelengkapan')
  async missing({ caseId }: FormContext): Promise<object> {
    return { kekurangan: latest(await this.cases.submissions(caseId), 'jawaban').kekurangan };
  }

  @OnSubmission('kelengkapan')
  async completed({ caseId, at }: SubmissionContext<'kelengkapan'>): Promise<{ dueAt: Date; remindAt: Date }> {
    const times = await this.requests.answerFrom(at);
    await this.requests.change(caseId, { dueAt: times.dueAt.toISOString() });
    return times;
  }

  @OnSubmission('penyerahan')
  async delivered({ caseId, at }: SubmissionContext<'penyerahan'>): Promise<{ objectUntil: Date }> {
    const objectUntil = await this.requests.after(at, DAYS.objection);
    await this.requests.change(caseId, { deliveredAt: at.toISOString(), objectUntil: objectUntil.toISOString() });
    return { objectUntil };
  }

  @OnSubmission('keberatan')
  async objected({ caseId, at }: SubmissionContext<'keberatan'>): Promise<{ objectionDueAt: Date }> {
    const objectionDueAt = await this.requests.after(at, DAYS.response);
    await this.requests.change(caseId, { objectedAt: at.toISOString(), objectionDueAt: objectionDueAt.toISOString(), objectionAnsweredAt: null, upheld: false });
    return { objectionDueAt };
  }

  /** The law gives no days for the second answer; the office takes those of the first. */
  @OnSubmission('tanggapan')
  async decided({ caseId, at, data }: SubmissionContext<'tanggapan'>): Promise<{ dueAt: Date; remindAt: Date }> {
    const times = await this.requests.answerFrom(at);
    const again = { dueAt: times.dueAt.toISOString(), extendedAt: null, answeredAt: null, daysTaken: null, outcome: null, grounds: '', deliveredAt: null, objectUntil: null };
    await this.requests.change(caseId, { objectionAnsweredAt: at.toISOString(), ...(data.keputusan === 'diubah' ? again : { upheld: true }) });
    return times;
  }
}

const reject = (message: { id: string; en: string }) => new SubmissionRejected([{ path: 'hasil', message }]);
