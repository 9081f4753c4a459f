import { Handlers, Letters, LetterValues, Transactions, type LetterAnswer, type LetterQuestion } from 'tertib';
import { In } from 'typeorm';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ExtensionEntity } from '../periods/extension.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { OWED, RequestsService } from '../requests/requests.service.js';
import { MAILS } from './letter-examples.js';
import { LETTER_NAMES as names } from './letter-names.js';
import { LetterReceivers } from './letter-receivers.js';

type Values = Readonly<Record<string, unknown>>;

/** What mails would get in a case as it stands: of the first producer that has something for it. */
@Handlers()
export class MailValuesOfCases {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly mails: ProducerMailer,
    private readonly letters: Letters,
    private readonly receivers: LetterReceivers,
  ) {}

  @LetterValues(inBoth('mail-permintaan'), { topics: ['request.dispatch'], example: MAILS['mail-permintaan'], names })
  asked({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return this.ofProducer(caseId, async (request) => ({ nomor: request.letterNumber, daftar: titles(await this.requests.datasets(request)) }));
  }

  @LetterValues(inBoth('mail-pengingat'), { topics: ['request.remind'], example: MAILS['mail-pengingat'], names })
  reminded({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return this.ofProducer(caseId, async (request) => {
      const owed = await this.requests.datasets(request, OWED);
      return owed.length > 0 ? { daftar: titles(owed) } : null;
    });
  }

  @LetterValues(inBoth('mail-eskalasi'), { topics: ['request.remind'], example: MAILS['mail-eskalasi'], names })
  escalated({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return this.ofProducer(caseId, async (request) => {
      const owed = await this.requests.datasets(request, OWED);
      return owed.length > 0 ? { daftar: titles(owed), alasan: null } : null;
    });
  }

  @LetterValues(inBoth('mail-pengembalian'), { topics: ['request.return'], example: MAILS['mail-pengembalian'], names })
  returned({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return this.ofProducer(caseId, async (request) => {
      const datasets = await this.requests.datasets(request, ['returned']);
      return datasets.length > 0 ? { temuan: datasets.map(({ title, stateReason }) => ({ dataset: title, pesan: stateReason ?? '' })) } : null;
    });
  }

  @LetterValues(inBoth('mail-perpanjangan'), { topics: ['request.reopen'], example: MAILS['mail-perpanjangan'], names })
  extended({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return this.ofProducer(caseId, async ({ id }) => {
      const extension = await this.database.read.findOne(ExtensionEntity, { where: { requestId: id }, order: { at: 'DESC' } });
      return extension && { alasan: extension.reason };
    });
  }

  /** No step sends it: whoever takes data back does. */
  @LetterValues(inBoth('mail-penarikan'), { topics: [], example: MAILS['mail-penarikan'], names })
  withdrawn({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return this.ofProducer(caseId, async ({ id }) => {
      const taken = await this.database.read.find(DeliveryEntity, { where: { requestId: id, status: 'withdrawn' }, order: { id: 'ASC' } });
      const last = taken.at(-1)?.withdrawal;
      if (!last) return null;
      const datasets = await this.database.read.findBy(DatasetEntity, { id: In(taken.filter(({ withdrawal }) => withdrawal?.at === last.at).map(({ datasetId }) => datasetId)) });
      return { oleh: last.byName, alasan: last.reason, daftar: titles(datasets) };
    });
  }

  @LetterValues(inBoth('mail-tanda-terima'), { topics: ['submission.register'], example: MAILS['mail-tanda-terima'], names })
  received({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    return this.ofProducer(caseId, async ({ id }) => {
      const given = (await this.database.read.findBy(DeliveryEntity, { requestId: id })).flatMap(({ receiptNumber }) => receiptNumber ?? []);
      return given.length > 0 ? { nomor: given.at(-1) } : null;
    });
  }

  @LetterValues(inBoth('mail-pengingat-bps'), { topics: ['document.remind'], example: MAILS['mail-pengingat-bps'], names })
  async unanswered({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    const letter = (await this.letters.ofCase(caseId, { template: 'surat-permintaan-bps' })).at(-1);
    if (!period || !letter) return null;
    return { values: { kepada: await this.receivers.addressee(), periode: { judul: period.title }, nomor: letter.number, perihal: letter.subject, batasWaktu: period.deadline.toISOString() }, to: await this.receivers.addresses('bps') };
  }

  private async ofProducer(caseId: string, own: (request: RequestEntity) => Promise<Values | null>): Promise<LetterAnswer | null> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    const requests = period ? await this.database.read.find(RequestEntity, { where: { periodId: caseId }, order: { officeCode: 'ASC' } }) : [];
    for (const request of requests) {
      const found = await own(request);
      if (!found) continue;
      const { readers, values } = await this.mails.around(request.officeId, caseId);
      return { values: { ...values, periode: { judul: period?.title }, batasWaktu: request.deadline.toISOString(), ...found }, to: readers.flatMap(({ to }) => to) };
    }
    return null;
  }
}

const titles = (datasets: readonly DatasetEntity[]) => datasets.map(({ title }) => ({ nama: title }));
/** Each mail is written in Indonesian and, under a name of its own, in English. */
function inBoth(name: string): [string, string] {
  return [name, `${name}-en`];
}
