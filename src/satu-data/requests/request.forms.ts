import { FormData, Handlers, Letters, Offices, OnSubmission, Transactions, type FileRef, type FormContext, type Letter, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import { LettersInForms, shownLetter } from '../letters/letters-in-forms.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { releaseFirst } from '../periods/release-first.js';
import { fileList, moment } from '../shared/form-values.js';
import { reject } from '../shared/reject.js';
import { refuseTooFar } from '../shared/too-far.js';
import { RequestEntity } from './request.entity.js';
import { RequestsService } from './requests.service.js';

const Form = z.object({ batasWaktu: moment, hariPengingat: z.union([z.string(), z.number()]), berkas: fileList });

/** Step 7: the deadline is confirmed, the signed letters are put in. */
@Handlers()
export class RequestForms {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly inForms: LettersInForms,
    private readonly letters: Letters,
    private readonly offices: Offices,
  ) {}

  @FormData('kirim-permintaan')
  async toSend({ caseId }: FormContext): Promise<object> {
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: caseId });
    const requests = await this.ofPeriod(caseId);
    const offices = new Map((await this.offices.all()).map((office) => [office.id, office]));
    const counts = await this.requests.counts(caseId);
    const produsen = requests.map((request) => {
      const office = offices.get(request.officeId);
      return { nama: office?.name ?? request.officeCode, jumlahDataset: counts.get(request.officeId)?.asked ?? 0, nomorSurat: request.letterNumber ?? '–', surel: office?.email ?? '–' };
    });
    const surat = (await this.lettersOf(requests)).map((letter) => ({ ...shownLetter(letter), receiver: offices.get(letter.officeId ?? '')?.name ?? null }));
    return { produsen, surat, batasWaktu: period.deadline.toISOString(), hariPengingat: (await this.requests.reminderDays()).join(', ') };
  }

  @OnSubmission('kirim-permintaan')
  async send({ caseId, data, at, tell }: SubmissionContext<'kirim-permintaan'>): Promise<void> {
    const { batasWaktu, hariPengingat, berkas } = Form.parse(data);
    if (batasWaktu <= at) reject('batasWaktu', 'Batas waktu harus di waktu yang akan datang.', 'The deadline must be in the future.');
    refuseTooFar('batasWaktu', batasWaktu, at);
    const early = releaseFirst(batasWaktu, (await this.database.read.findOneByOrFail(PeriodEntity, { id: caseId })).releaseDate);
    if (early) tell(early);
    const requests = await this.ofPeriod(caseId);
    const letters = await this.lettersOf(requests);
    await this.inForms.sign(letters, matched(letters, berkas, new Map(requests.map(({ letterId, officeCode }) => [letterId, officeCode]))));
    const reminderDays = daysOf(String(hariPengingat));
    const remindAt = await this.requests.nextReminder(batasWaktu, { days: reminderDays });
    await this.database.tx(async (db) => {
      await db.update(PeriodEntity, { id: caseId }, { deadline: batasWaktu });
      await db.update(RequestEntity, { periodId: caseId, state: 'prepared' }, { deadline: batasWaktu, reminderDays, remindAt });
    });
  }

  private ofPeriod(periodId: string): Promise<RequestEntity[]> {
    return this.database.read.find(RequestEntity, { where: { periodId }, order: { officeCode: 'ASC' } });
  }

  private async lettersOf(requests: readonly RequestEntity[]): Promise<Letter[]> {
    const [first] = requests;
    const ids = new Set(requests.map(({ letterId }) => letterId));
    return first ? (await this.letters.ofCase(first.periodId, { template: 'surat-permintaan-produsen' })).filter(({ id }) => ids.has(id)) : [];
  }
}

/** "7, 3, 1" as numbers. A form of an earlier version gives one number. */
function daysOf(text: string): number[] {
  const days = text.split(/[\s,;]+/).filter((one) => one !== '').map(Number);
  if (days.length === 0 || days.length > 6 || days.some((day) => !Number.isInteger(day) || day < 0 || day > 60)) {
    reject('hariPengingat', 'Tulis satu sampai enam bilangan bulat dari 0 sampai 60, dipisahkan koma, misalnya 7, 3, 1.', 'Write one to six whole numbers from 0 to 60, separated by commas, such as 7, 3, 1.');
  }
  return [...new Set(days)].sort((a, b) => b - a);
}

/** One letter, one file: clear. Several: a file belongs to the letter whose number, or whose producer's code, it is called by. One that belongs to none is refused: it would be lost. */
function matched(letters: readonly Letter[], files: readonly FileRef[], producers: ReadonlyMap<string | null, string>): ReadonlyMap<string, FileRef> {
  const [letter] = letters;
  const [file] = files;
  if (letter && file && letters.length === 1 && files.length === 1) return new Map([[letter.id, file]]);
  const found = new Map<string, FileRef>();
  for (const one of files) {
    const name = plain(one.name);
    const called = (text: string | null | undefined): boolean => Boolean(text) && name.includes(plain(text as string));
    const own = letters.find(({ number }) => called(number)) ?? letters.find(({ id }) => called(producers.get(id)));
    if (!own) return reject('berkas', `Berkas “${one.name}” tidak cocok dengan satu pun surat. Beri nama berkas dengan nomor surat atau kode produsennya, misalnya “${example(letter, producers)}”.`, `The file “${one.name}” fits none of the letters. Name it by the letter’s number or its producer’s code, such as “${example(letter, producers)}”.`);
    if (found.has(own.id)) return reject('berkas', `Ada dua berkas untuk surat ${own.number ?? own.subject}: “${found.get(own.id)?.name}” dan “${one.name}”. Hapus salah satunya.`, `There are two files for the letter ${own.number ?? own.subject}: “${found.get(own.id)?.name}” and “${one.name}”. Remove one of them.`);
    found.set(own.id, one);
  }
  return found;
}

/** Words of a name, between hyphens. */
const plain = (text: string): string => `-${text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}-`;

const example = (letter: Letter | undefined, producers: ReadonlyMap<string | null, string>): string => `${(letter && (letter.number ?? producers.get(letter.id))) ?? 'surat'}.pdf`.replace(/[^A-Za-z0-9.]+/g, '-');
