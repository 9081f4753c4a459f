import { Injectable } from '@nestjs/common';
import { AuditLog, Cases, Letters, Problem, Transactions, type Text } from 'tertib';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { subjectOf } from '../letters/letter-subjects.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { requireTemplate } from '../shared/letter-template.js';
import { codeOf, fingerprintOf, sameCode } from './fingerprint.js';
import { SheetData } from './sheet-data.js';

export const SHEET_LETTER = 'lembar-validasi';

/** The lembar validasi: what a leader signs who never signs in, and how it is told whether that is still what is delivered. */
@Injectable()
export class ValidationSheets {
  constructor(
    private readonly database: Transactions,
    private readonly deliveries: DeliveriesService,
    private readonly values: SheetData,
    private readonly letters: Letters,
    private readonly cases: Cases,
    private readonly audit: AuditLog,
  ) {}

  /** Asked for again, it is the same sheet as long as the same is delivered. */
  async print(request: RequestEntity): Promise<{ letterId: string; code: string }> {
    const drafts = await this.deliveries.of(request, 'draft');
    if (drafts.length === 0) throw nothingDelivered();
    await requireTemplate(this.cases, request.periodId, SHEET_LETTER);
    const data = await this.values.of(request, drafts);
    const letter = await this.letters.render({ key: keyOf(request, data.hash), caseId: request.periodId, template: SHEET_LETTER, subject: subjectOf(SHEET_LETTER), officeId: request.officeId, about: request.id, numbered: false, data });
    await this.database.tx(() => this.audit.write({ action: 'delivery.sheet-printed', caseId: request.periodId, officeId: request.officeId, subject: request.id, detail: { code: data.kode, hash: data.hash } }));
    return { letterId: letter.id, code: data.kode };
  }

  /** Null where the code is that of what is delivered now; otherwise what is wrong with it. */
  async misfit(request: RequestEntity, drafts: readonly DeliveryEntity[], typed: string): Promise<Text | null> {
    if (sameCode(typed, codeOf(fingerprintOf(drafts)))) return null;
    const printed = await this.letters.ofCase(request.periodId, { template: SHEET_LETTER, about: request.id });
    return printed.some(({ key }) => sameCode(typed, codeOf(key.slice(keyOf(request, '').length)))) ? CHANGED : UNKNOWN;
  }
}

const keyOf = ({ id }: RequestEntity, fingerprint: string): string => `${SHEET_LETTER}:${id}:${fingerprint}`;

const CHANGED: Text = {
  id: 'Data berubah sesudah lembar ini dicetak. Cetak lembar baru, mintakan tanda tangan, lalu unggah lembar yang baru.',
  en: 'The data have changed since this sheet was printed. Print a new sheet, have it signed, and upload that one.',
};
const UNKNOWN: Text = {
  id: 'Kode ini bukan kode lembar validasi untuk data ini. Salin kode yang tercetak di kanan atas lembar, misalnya 1A2B-3C4D-5E6F.',
  en: 'This is not the code of a validation sheet for these data. Copy the code that is printed at the top right of the sheet, such as 1A2B-3C4D-5E6F.',
};

const nothingDelivered = (): Problem =>
  new Problem('nothing-delivered', 409, { id: 'Tidak ada data yang menunggu validasi pimpinan. Lembar validasi dicetak setelah operator menyampaikan data.', en: 'No data wait for the leader. The validation sheet is printed once the operator has delivered.' });
