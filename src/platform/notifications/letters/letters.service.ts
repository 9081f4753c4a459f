import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, MoreThan, Not, type SelectQueryBuilder } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock, Letters, Problem, Transactions, type DocumentRequest, type FileRef, type KeptLetter, type Letter, type LetterRequest, type LetterScope } from '../../../sdk/index.js';
import { LocalFileStore } from '../../files/index.js';
import { Renderer } from '../rendering/renderer.js';
import { ANSWERS, LetterAnswers, type Answers } from './letter-answers.js';
import { LetterContext } from './letter-context.js';
import { LetterEntity } from './letter.entity.js';
import { LetterTemplates, type LetterTemplate } from './letter-templates.js';
import { languageOf } from './template-language.js';
import { LETTER_REGISTER, RegistersService } from './registers.service.js';

/**
 * Letters. A number is reserved in one short transaction and the PDF drawn outside any, so that drawing holds up
 * nobody; a crash in between leaves the reserved row, and the repeated call draws the same letter.
 */
@Injectable()
export class LettersService extends Letters {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: LocalFileStore,
    private readonly registers: RegistersService,
    private readonly templates: LetterTemplates,
    private readonly context: LetterContext,
    private readonly answers: LetterAnswers,
    private readonly renderer: Renderer,
    private readonly clock: Clock,
  ) {
    super();
  }

  async render(request: LetterRequest): Promise<Letter> {
    const row = await this.reserve(request);
    if (row.fileId) return this.toLetter(row);
    const template = await this.templates.template(request.caseId, request.template, request.processInstanceId);
    const answers = template.html.includes(ANSWERS) ? await this.answers.of(request.caseId, request.processInstanceId) : {};
    const { content, number } = await this.drawn(template, request, row, answers);
    const name = `${row.template}${number ? `-${number.replaceAll('/', '-')}` : ''}.pdf`;
    return this.transactions.tx(async (db) => {
      const file = await this.files.put({
        name,
        type: 'application/pdf',
        content,
        caseId: row.caseId,
        key: `letter:${row.id}`,
        ...(row.officeId && { officeId: row.officeId }),
      });
      await db.update(LetterEntity, row.id, { fileId: file.id });
      return this.toLetter({ ...row, fileId: file.id });
    });
  }

  async draw(request: DocumentRequest): Promise<Buffer> {
    const template = await this.templates.published(request.template);
    return (await this.drawn(template, request, { number: null, date: request.date ?? this.clock.now() }, {})).content;
  }

  async ofCase(caseId: string, filter: { template?: string; about?: string; officeId?: string } = {}): Promise<Letter[]> {
    const rows = await this.transactions.read.find(LetterEntity, { where: { ...filter, caseId, fileId: Not(IsNull()) }, order: { date: 'ASC', id: 'ASC' } });
    return this.toLetters(rows);
  }

  /** Letters to any of these offices, null being nobody in particular; about any of these things or about nothing that was named, or, where null is given, about whatever; oldest first. */
  async among(caseId: string, offices: readonly (string | null)[], about: readonly string[] | null): Promise<Letter[]> {
    const to = offices.map((id) => (id === null ? IsNull() : Equal(id)));
    const of = about === null ? [{}] : [{ about: IsNull() }, ...(about.length === 0 ? [] : [{ about: In([...about]) }])];
    const where = to.flatMap((officeId) => of.map((one) => ({ caseId, officeId, ...one, fileId: Not(IsNull()) })));
    return where.length === 0 ? [] : this.toLetters(await this.transactions.read.find(LetterEntity, { where, order: { date: 'ASC', id: 'ASC' } }));
  }

  async counts(scope: LetterScope): Promise<Readonly<Record<string, number>>> {
    const rows = await this.within(scope).select('l.template', 'template').addSelect('COUNT(*)', 'count').groupBy('l.template').getRawMany<{ template: string; count: string | number }>();
    return Object.fromEntries(rows.map(({ template, count }) => [template, Number(count)]));
  }

  async page(scope: LetterScope, after: string | null, limit: number): Promise<Letter[]> {
    return this.toLetters(await this.within(scope).andWhere({ id: MoreThan(after ?? '') }).orderBy('l.id', 'ASC').limit(limit).getMany());
  }

  async byId(id: string): Promise<Letter | null> {
    const row = await this.transactions.read.findOneBy(LetterEntity, { id, fileId: Not(IsNull()) });
    return row && this.toLetter(row);
  }

  async attachSigned(letterId: string, file: FileRef): Promise<void> {
    await this.transactions.tx(async (db) => {
      await this.change(letterId, { signedFileId: file.id });
      const { officeId } = await db.findOneByOrFail(LetterEntity, { id: letterId });
      if (officeId) await this.files.give([file.id], officeId);
    });
  }

  async keep({ file, ...letter }: KeptLetter): Promise<Letter> {
    return this.transactions.tx(async (db) => {
      await db.createQueryBuilder().insert().into(LetterEntity).values({ officeId: null, about: null, ...letter, id: uuidv7(), fileId: file.id, signedFileId: file.id, sentAt: null }).orIgnore().execute();
      if (letter.officeId) await this.files.give([file.id], letter.officeId);
      return this.toLetter(await db.findOneByOrFail(LetterEntity, { key: letter.key }));
    });
  }

  async markSent(letterId: string, officeId?: string): Promise<void> {
    await this.transactions.tx(async (db) => {
      // The first sending counts; a repeated task changes nothing.
      await db.update(LetterEntity, { id: letterId, sentAt: IsNull() }, { sentAt: this.clock.now() });
      if (!officeId) return;
      await db.update(LetterEntity, { id: letterId, officeId: IsNull() }, { officeId });
      const letter = await db.findOneByOrFail(LetterEntity, { id: letterId });
      if (letter.officeId === officeId) await this.files.give([letter.fileId, letter.signedFileId].flatMap((id) => id ?? []), officeId);
    });
  }

  nextNumber(register: string, key: string): Promise<string> {
    return this.registers.next(register, key);
  }

  private async drawn(template: LetterTemplate, request: Pick<LetterRequest, 'data' | 'subject' | 'template'>, letter: Pick<LetterEntity, 'number' | 'date'>, answers: Answers): Promise<{ content: Buffer; number: string }> {
    const context = await this.context.for(request, letter, answers);
    const number = typeof context['nomor'] === 'string' ? context['nomor'] : '';
    const content = await this.renderer.pdf({ ...template, context, meta: { title: request.subject, number, author: String((context['kop'] as { office: string }).office), date: letter.date.toISOString(), language: languageOf(request.template) } });
    return { content, number };
  }

  private within({ caseIds, templates, newestOf = [] }: LetterScope): SelectQueryBuilder<LetterEntity> {
    const query = this.transactions.read.createQueryBuilder(LetterEntity, 'l').where({ caseId: In([...caseIds]), template: In([...templates]), fileId: Not(IsNull()) });
    if (newestOf.length === 0) return query;
    // Ids are in the order in which letters were asked for.
    const newer = query.subQuery().select('1').from(LetterEntity, 'n').where('n.caseId = l.caseId AND n.about = l.about AND n.template = l.template AND n.fileId IS NOT NULL AND n.id > l.id').getQuery();
    return query.andWhere(`(l.template NOT IN (:...newestOf) OR NOT EXISTS ${newer})`, { newestOf: [...newestOf] });
  }

  private async change(id: string, values: Partial<LetterEntity>): Promise<void> {
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(LetterEntity, id, values);
      if (affected === 0) throw Problem.notFound();
    });
  }

  private async reserve(request: LetterRequest): Promise<LetterEntity> {
    const { key, caseId, template, subject, officeId = null, about = null, numbered = true } = request;
    const known = await this.transactions.read.findOneBy(LetterEntity, { key });
    if (known) return known;
    return this.transactions.tx(async (db) => {
      const number = numbered ? await this.registers.next(LETTER_REGISTER, key) : null;
      const row = { id: uuidv7(), key, caseId, template, subject, number, date: this.clock.now(), officeId, about, fileId: null, signedFileId: null, sentAt: null };
      await db.createQueryBuilder().insert().into(LetterEntity).values(row).orIgnore().execute();
      return db.findOneByOrFail(LetterEntity, { key });
    });
  }

  private async toLetter(row: LetterEntity): Promise<Letter> {
    const [letter] = await this.toLetters([row]);
    return letter as Letter;
  }

  /** Their files are read at once. */
  private async toLetters(rows: readonly LetterEntity[]): Promise<Letter[]> {
    const files = new Map((await this.files.all(rows.flatMap(({ fileId, signedFileId }) => [fileId, signedFileId].flatMap((id) => id ?? [])))).map((file) => [file.id, file]));
    const of = (id: string | null): FileRef => {
      const file = files.get(String(id));
      if (!file) throw Problem.notFound();
      return file;
    };
    return rows.map(({ fileId, signedFileId, ...row }) => ({ ...row, file: of(fileId), signedFile: signedFileId === null ? null : of(signedFileId) }));
  }
}
