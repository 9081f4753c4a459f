import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable, Logger } from '@nestjs/common';
import { AuditLog, Clock, FileStore, Offices, Settings, Transactions } from 'tertib';
import { ZipFile } from 'yazl';
import { INDICATORS } from './epss.js';
import { EvidenceIndex, type Checked } from './evidence-index.js';
import { KINDS } from './evidence-kinds.js';
import { fileOf, type EvidenceFile, type EvidenceRecord } from './evidence-record.js';
import { EvidenceScopes, type EvidenceScope } from './evidence-scope.js';
import { EvidenceSources } from './evidence-sources.js';
import { phasesOf } from './gsbpm-phases.js';
import { OwnEvidence } from './own/own-evidence.service.js';

/** Between two batches others get their turn. */
const BATCH = 200;
/** Puts a record's file where it belongs; answers what its check came to. */
type Put = (path: string, file: EvidenceFile, at: Date) => Promise<Checked>;

/** A file that is written now is what it is: only one that was stored when it came to be can have changed since. */
const CHECKED = {
  unchecked: { said: 'tidak diperiksa pada daftar ini', isEvidence: true },
  made: { said: 'dibuat saat ekspor', isEvidence: true },
  same: { said: 'cocok', isEvidence: true },
  other: { said: 'sidik berbeda', isEvidence: false },
  missing: { said: 'berkas tidak dapat dibaca', isEvidence: false },
} as const satisfies Readonly<Record<string, Checked>>;

/** The evidence as files with their index, written while it is read: nothing of it is held in memory but the index. */
@Injectable()
export class EvidenceExport {
  private readonly logger = new Logger(EvidenceExport.name);

  constructor(
    private readonly database: Transactions,
    private readonly scopes: EvidenceScopes,
    private readonly sources: EvidenceSources,
    private readonly own: OwnEvidence,
    private readonly files: FileStore,
    private readonly offices: Offices,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The index alone, set up for printing. */
  async index(key: string): Promise<Readable> {
    const scope = await this.scopes.of(key);
    const out = new PassThrough();
    this.begin(out, (stop) => this.walk(scope, out, stop, async () => CHECKED.unchecked));
    return out;
  }

  /** Files and index as one ZIP. Whoever goes away before its end ends the work. */
  async zip(key: string): Promise<Readable> {
    const scope = await this.scopes.of(key);
    await this.database.tx(() => this.audit.write({ action: 'evidence.exported', subject: scope.key, detail: { periods: scope.periodIds } }));
    const out = new PassThrough();
    this.begin(out, async (stop) => {
      const zip = new ZipFile();
      zip.outputStream.pipe(out);
      const index = new PassThrough();
      const held = buffer(index);
      await this.walk(scope, index, stop, (path, file, at) => this.put(zip, path, file, at, stop));
      zip.addBuffer(await held, 'daftar-bukti.xlsx', { mtime: scope.until });
      zip.end();
    });
    return out;
  }

  private begin(out: PassThrough, work: (stop: AbortSignal) => Promise<void>): void {
    const gone = new AbortController();
    out.once('close', () => gone.abort());
    void work(gone.signal).catch((error: unknown) => {
      if (gone.signal.aborted) return;
      this.logger.error(error);
      out.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  }

  private async walk(scope: EvidenceScope, to: PassThrough, stop: AbortSignal, put: Put): Promise<void> {
    const [office, timeZone, offices] = await Promise.all([this.settings.get('office.name', '-'), this.settings.get('timezone', 'Asia/Jakarta'), this.offices.all()]);
    const names = new Map(offices.map(({ id, name }) => [id, name]));
    const index = await EvidenceIndex.to(to, { title: scope.title, office, at: this.clock.now(), timeZone });
    for (const kind of KINDS.filter((one) => INDICATORS.some(({ kinds }) => kinds.includes(one)))) {
      for await (const records of this.sources.all(kind, scope, BATCH)) {
        for (const record of records) {
          stop.throwIfAborted();
          const file = await fileOf(record);
          const path = pathOf(kind, record, file);
          index.add(kind, record, file, { path, office: names.get(record.officeId ?? '') ?? '', checked: await put(path, file, record.at ?? scope.until) });
        }
      }
    }
    for (const { indicator, record } of await this.own.records(scope)) {
      stop.throwIfAborted();
      const file = await fileOf(record);
      const path = pathOf(`kantor/${indicator.code}`, record, file);
      index.addOwn(indicator, record, file, { path, office, checked: await put(path, file, record.at ?? scope.until) });
    }
    await index.end(phasesOf((await scope.times()).flat()), await this.sources.unfinished(scope));
  }

  /** Written before the next is read. A file that is damaged or missing is told in the index; the others come all the same. */
  private async put(zip: ZipFile, path: string, { content, fileId, sha256 }: EvidenceFile, mtime: Date, stop: AbortSignal): Promise<Checked> {
    const hash = createHash('sha256');
    let isMissing = false;
    const { files } = this;
    async function* bytes(): AsyncGenerator<Buffer> {
      try {
        for await (const chunk of content ? [content] : await files.stream(fileId as string)) {
          hash.update(chunk as Buffer);
          yield chunk as Buffer;
        }
      } catch {
        isMissing = true;
      }
    }
    const stream = Readable.from(bytes(), { objectMode: false });
    zip.addReadStream(stream, path, { mtime });
    await once(stream, 'end', { signal: stop }).finally(() => stream.destroy());
    if (content) return CHECKED.made;
    return isMissing ? CHECKED.missing : hash.digest('hex') === sha256 ? CHECKED.same : CHECKED.other;
  }
}

const pathOf = (folder: string, { id }: EvidenceRecord, { name }: EvidenceFile): string => {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  return `bukti/${folder}/${safe.startsWith(id) ? safe : `${id}-${safe}`}`;
};
