import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Problem, Transactions, type FileRef, type Letter, type Principal } from '../../../sdk/index.js';
import { FilesService } from '../../files/index.js';
import { LettersService } from './letters.service.js';

const SIGNED_TYPES = ['application/pdf', 'image/png', 'image/jpeg'];

/** Letters as people see them: the office that keeps them all, others those to their own. */
@Injectable()
export class LetterAccess {
  constructor(
    private readonly letters: LettersService,
    private readonly files: FilesService,
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  async ofCase(caseId: string): Promise<Letter[]> {
    const asker = this.asker.required();
    if (seesAll(asker)) return this.letters.ofCase(caseId);
    return asker.officeId ? this.letters.ofCase(caseId, { officeId: asker.officeId }) : [];
  }

  /** Those to certain offices that concern certain things, as {@link LettersService.among} finds them and as far as the asker sees them. */
  async among(caseId: string, offices: readonly (string | null)[], about: readonly string[] | null): Promise<Letter[]> {
    const asker = this.asker.required();
    return this.letters.among(caseId, seesAll(asker) ? offices : offices.filter((id) => id !== null && id === asker.officeId), about);
  }

  async one(id: string): Promise<Letter> {
    const asker = this.asker.required();
    const letter = await this.letters.byId(id);
    if (!letter) throw Problem.notFound();
    if (!seesAll(asker) && (letter.officeId === null || letter.officeId !== asker.officeId)) {
      await this.transactions.tx(() => this.audit.write({ action: 'letter.denied', subject: id }));
      throw Problem.notFound();
    }
    return letter;
  }

  async attachSigned(id: string, fileId: string): Promise<Letter> {
    const letter = await this.one(id);
    if (this.asker.required().officeKind === 'produsen') throw Problem.notFound();
    if (this.asker.required().officeKind !== 'walidata') throw Problem.forbidden();
    const { name, type, size, sha256 }: FileRef = await this.files.readable(fileId);
    if (!SIGNED_TYPES.includes(type)) {
      throw new Problem('signed-letter-type', 422, { id: 'Surat bertanda tangan harus berupa PDF atau hasil pindai (PNG, JPEG).', en: 'A signed letter must be a PDF or a scan (PNG, JPEG).' });
    }
    await this.transactions.tx(async () => {
      await this.letters.attachSigned(id, { id: fileId, name, type, size, sha256 });
      await this.audit.write({ action: 'letter.signed', caseId: letter.caseId, subject: id, detail: { fileId, sha256 }, ...(letter.officeId && { officeId: letter.officeId }) });
    });
    return this.one(id);
  }
}

const seesAll = ({ officeKind }: Principal): boolean => officeKind === null || officeKind === 'walidata';
