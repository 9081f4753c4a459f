import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Cases, Clock, FileStore, Letters, Settings, Transactions, type FileRef, type SubmissionRecord } from 'tertib';
import { In } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity, type DeliveryStatus } from '../deliveries/delivery.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { toCsv } from '../publication/csv.js';
import { PublicationRepository } from '../publication/publication.repository.js';
import { RequestEntity } from '../requests/request.entity.js';
import { bagFiles, zipBag, type BagEntry, type BagInfo } from './bag.js';
import { withoutTables } from './late-tables.js';

const AT_ONCE = 1_000_000;

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** Collects what a period leaves behind, as a BagIt bag. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly database: Transactions,
    private readonly files: FileStore,
    private readonly letters: Letters,
    private readonly cases: Cases,
    private readonly audit: AuditLog,
    private readonly publications: PublicationRepository,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** What was entered in step 16: classification, retention, final fate, access class. Empty where the period was cancelled. */
  async record(periodId: string): Promise<Record<string, unknown>> {
    const filled = await this.cases.submissions(periodId, ['arsip']);
    return { ...filled.at(-1)?.data };
  }

  /** Builds and stores the bag; the key makes a repetition answer the first one's file. */
  async store(periodId: string, status: string): Promise<FileRef> {
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: periodId });
    const at = this.clock.now();
    const payload = await this.payload(period);
    const name = `tertib-${period.year}-${periodId}`;
    const content = zipBag(name, bagFiles(payload, await this.info(period, status, at)), at);
    return this.files.put({ key: `bag:${periodId}`, name: `${name}.zip`, type: 'application/zip', content, caseId: periodId });
  }

  private async info(period: PeriodEntity, status: string, at: Date): Promise<BagInfo> {
    return [
      ['Source-Organization', await this.settings.get('office.name', '-')],
      ['External-Identifier', period.id],
      ['External-Description', period.title],
      ['Internal-Sender-Description', status],
      ['Bagging-Date', at.toISOString().slice(0, 10)],
      ['Bag-Software-Agent', 'Tertib'],
    ];
  }

  private async payload(period: PeriodEntity): Promise<BagEntry[]> {
    const parts = await Promise.all([this.data(period.id), this.correspondence(period.id), this.evidence(period)]);
    return parts.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The published tables and the files that producers delivered in time. */
  private async data(periodId: string): Promise<BagEntry[]> {
    const datasets = await this.database.read.find(DatasetEntity, { where: { periodId }, order: { position: 'ASC' } });
    const entries: BagEntry[] = [{ path: 'metadata/daftar-data.json', content: json(datasets) }];
    for (const one of await this.publications.ofPeriod(periodId)) {
      entries.push({ path: `data/${one.slug}/data.csv`, content: await this.stored(one.fileId) });
      entries.push({ path: `data/${one.slug}/dataset.json`, content: json({ ...one, rows: undefined }) });
    }
    for (const dataset of datasets) {
      const delivery = await this.delivered(dataset);
      if (delivery) entries.push(...(await this.handedIn(dataset, delivery)));
    }
    return entries;
  }

  /** What counts; in a period that was cancelled before anybody verified, what the leader had validated. */
  private async delivered({ id, deliveryId }: DatasetEntity): Promise<DeliveryEntity | undefined> {
    const where = deliveryId ? { id: deliveryId } : { datasetId: id, status: 'validated' as const };
    const [delivery] = await this.database.read.find(DeliveryEntity, { where, order: { submittedAt: 'DESC' }, take: 1 });
    return delivery;
  }

  /** The file as it came; what was typed into the grid, as CSV. */
  private async handedIn({ slug, variables }: DatasetEntity, { id, fileId, fileName }: DeliveryEntity): Promise<BagEntry[]> {
    if (fileId) return [{ path: `penyampaian/${slug}/${fileName ?? 'data'}`, content: await this.stored(fileId) }];
    const table = await this.database.read.findOneBy(DeliveryTableEntity, { deliveryId: id });
    return table ? [{ path: `penyampaian/${slug}/tabel.csv`, content: Buffer.from(toCsv(variables.map(({ name }) => name), table.rows)) }] : [];
  }

  /** Small files at once, large ones as they are written. */
  private async stored(id: string): Promise<BagEntry['content']> {
    const { size } = await this.files.get(id);
    if (size <= AT_ONCE) return this.files.read(id);
    const hash = createHash('sha512');
    for await (const chunk of await this.files.stream(id)) hash.update(chunk as Buffer);
    return { length: size, sha512: hash.digest('hex'), open: () => this.files.stream(id) };
  }

  /** Tables that no leader validated in time are in the record as sent, not with their figures (W2). */
  private async withoutLateTables(periodId: string, submissions: readonly SubmissionRecord[]): Promise<SubmissionRecord[]> {
    const requests = await this.database.read.findBy(RequestEntity, { periodId });
    const status = In<DeliveryStatus>(['draft', 'handed_back', 'replaced', 'late']);
    const deliveries = await this.database.read.findBy(DeliveryEntity, { requestId: In(requests.map(({ id }) => id)), status });
    const unvalidated = new Map<string, Set<string>>();
    for (const { submissionId, datasetId } of deliveries) unvalidated.set(submissionId, (unvalidated.get(submissionId) ?? new Set()).add(datasetId));
    return withoutTables(submissions, unvalidated);
  }

  private async correspondence(periodId: string): Promise<BagEntry[]> {
    const entries: BagEntry[] = [];
    for (const letter of await this.letters.ofCase(periodId)) {
      entries.push({ path: `surat/${letter.id}-${letter.template}.pdf`, content: await this.files.read(letter.file.id) });
      if (letter.signedFile) entries.push({ path: `surat/${letter.id}-${letter.template}-ditandatangani.pdf`, content: await this.files.read(letter.signedFile.id) });
    }
    return entries;
  }

  /** Decisions as submitted, the diagrams and forms as they were, the audit trail up to here. */
  private async evidence(period: PeriodEntity): Promise<BagEntry[]> {
    const [submissions, resources, audit] = await Promise.all([this.cases.submissions(period.id), this.cases.resources(period.id), this.audit.ofCase(period.id)]);
    return [
      { path: 'keputusan/isian.json', content: json(await this.withoutLateTables(period.id, submissions)) },
      { path: 'audit/jejak-audit.json', content: json(audit) },
      ...resources.map(({ path, content }) => ({ path: `prosedur/${path}`, content: Buffer.from(content) })),
    ];
  }
}
