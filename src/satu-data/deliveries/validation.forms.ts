import { AuditLog, FormData, Handlers, OnSubmission, Transactions, type FormContext, type SubmissionContext } from 'tertib';
import { z } from 'zod';
import type { RequestEntity } from '../requests/request.entity.js';
import { RequestsService } from '../requests/requests.service.js';
import { capital } from '../shared/capital.js';
import { fileList, optionalText } from '../shared/form-values.js';
import { requireWritten } from '../shared/on-behalf.js';
import { reject, rejectAll } from '../shared/reject.js';
import { ValidationSheets } from '../sheet/sheet.service.js';
import { findingsIn } from '../verification/found-words.js';
import { VerificationService } from '../verification/verification.service.js';
import { CAME_LATE } from './came-late.js';
import { DeliveredData } from './delivered-data.js';
import { DELIVERY_KINDS } from './delivery-kinds.js';
import { senderOf } from './delivery-people.js';
import { DeliveriesService } from './deliveries.service.js';
import type { DeliveryEntity, SignedValidation } from './delivery.entity.js';

const Form = z.object({
  hasilValidasi: z.enum(['setuju', 'kembalikan']), catatan: optionalText, caraValidasi: z.enum(['langsung', 'lembar', 'kertas']).nullish(),
  kodeLembar: optionalText, namaPenandatangan: optionalText, jabatanPenandatangan: optionalText, berkas: fileList,
});
type Form = z.output<typeof Form>;

/** Step 8, the leader. In time is what he has validated before the deadline, by the server's clock. */
@Handlers()
export class ValidationForms {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly deliveries: DeliveriesService,
    private readonly verification: VerificationService,
    private readonly sheets: ValidationSheets,
    private readonly shown: DeliveredData,
    private readonly audit: AuditLog,
  ) {}

  @FormData('validasi-pimpinan')
  async handedIn({ caseId, officeId, user: { language } }: FormContext): Promise<object> {
    const request = await this.requests.of(caseId, officeId ?? '');
    const rows = await Promise.all((await this.deliveries.withTables(await this.deliveries.of(request, 'draft'))).map(async ({ delivery, dataset, table }) => {
      const findings = table ? await this.verification.glance(dataset, table) : [];
      const row = { nama: dataset.title, status: delivery.paper ? `${DELIVERY_KINDS[delivery.kind][language]}, ${senderOf(delivery, language)}` : DELIVERY_KINDS[delivery.kind][language], jumlahBaris: table?.rowCount ?? '–', temuan: table ? capital(findingsIn(findings, language)) : '–', alasan: delivery.reason ?? '–' };
      const changes = table ? await this.verification.changes(dataset, table, language) : [];
      return { row, changes, data: table ? [{ dataset, fileId: delivery.fileId, table, findings }] : [] };
    }));
    return { dataset: rows.map(({ row }) => row), isi: await this.shown.shown(rows.flatMap(({ data }) => data)), perubahan: rows.flatMap(({ changes }) => changes) };
  }

  @OnSubmission('validasi-pimpinan')
  async decide(context: SubmissionContext<'validasi-pimpinan'>): Promise<void> {
    const form = Form.parse(context.data);
    const approved = form.hasilValidasi === 'setuju';
    if (approved) requireWritten(context, 'pimpinan', 'caraValidasi', 'lembar', 'kertas');
    await this.database.tx(async (db) => {
      const request = await this.requests.lock(db, context.caseId, context.officeId ?? '');
      const drafts = await this.deliveries.of(request, 'draft');
      if (drafts.length === 0) reject('hasilValidasi', 'Tidak ada lagi data yang menunggu keputusan: operator sudah menariknya kembali, atau batas waktunya sudah ditutup. Muat ulang halaman ini.', 'No data wait for a decision any more: the operator has taken them back, or the deadline has been closed. Reload this page.');
      const validation = approved ? await this.signed(context, request, drafts, form) : null;
      if (context.at >= request.deadline) context.tell(CAME_LATE);
      const inTime = await this.deliveries.decide(db, context, request, drafts, { approved, note: form.catatan, validation });
      await this.audit.write({
        action: approved ? 'delivery.validated' : 'delivery.handed-back', caseId: context.caseId, officeId: request.officeId, subject: request.id,
        detail: { inTime, ...(validation && { by: validation.by, code: validation.code, signedBy: `${validation.name}, ${validation.title}`, fileId: validation.fileId }) },
      });
    });
  }

  /** Null where the leader says it himself. A sheet counts if it is of what is delivered now, a signature on papers if all of it comes from papers. */
  private async signed({ user, officeId }: SubmissionContext, request: RequestEntity, drafts: readonly DeliveryEntity[], form: Form): Promise<SignedValidation | null> {
    const signer = { name: form.namaPenandatangan ?? '', title: form.jabatanPenandatangan ?? '', recordedByName: user.name };
    if (form.caraValidasi === 'kertas') {
      const [paper] = drafts.map((draft) => draft.paper);
      if (user.officeId === officeId || !paper || drafts.some((draft) => draft.paper === null)) reject('caraValidasi', 'Hanya petugas walidata yang dapat mencatat tanda tangan pada berkas kertas, dan hanya bila semua data ini dicatat dari berkas kertas.', 'Only staff of the data office can record a signature on papers, and only where all of these data were recorded from papers.');
      return { ...signer, by: 'paper', fileId: paper.fileId, code: null };
    }
    if (form.caraValidasi !== 'lembar') return null;
    const code = form.kodeLembar ?? '';
    const misfit = await this.sheets.misfit(request, drafts, code);
    rejectAll(misfit ? [{ path: 'kodeLembar', message: misfit }] : []);
    return { ...signer, by: 'sheet', fileId: form.berkas[0]?.id ?? '', code: code.toUpperCase() };
  }
}
