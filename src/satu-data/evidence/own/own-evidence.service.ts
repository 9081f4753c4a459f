import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, FileAccess, FileStore, Problem, Transactions } from 'tertib';
import { In, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { reject } from '../../shared/reject.js';
import { INDICATORS, type Indicator } from '../epss.js';
import type { EvidenceRecord } from '../evidence-record.js';
import { EvidenceScopes, type EvidenceScope } from '../evidence-scope.js';
import { OwnEvidenceEntity } from './own-evidence.entity.js';
import type { NewOwnEvidence, OwnEvidenceRow } from './own-evidence.schemas.js';

const MOST = 50;

/** What the procedure leaves nothing of, the office attaches itself: to an indicator and a year, so that all periods of the year have it, also those that are archived by then. */
@Injectable()
export class OwnEvidence {
  constructor(
    private readonly database: Transactions,
    private readonly scopes: EvidenceScopes,
    private readonly files: FileStore,
    private readonly fileAccess: FileAccess,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** By code of the indicator. */
  async counts(scope: EvidenceScope): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { indicator } of await this.of(scope)) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
    return counts;
  }

  async list(key: string, indicator: string): Promise<OwnEvidenceRow[]> {
    return (await this.of(await this.scopes.of(key), known(indicator).code)).map(rowOf);
  }

  /** All of a scope with their indicators, as evidence for the export. */
  async records(scope: EvidenceScope): Promise<readonly { readonly indicator: Indicator; readonly record: EvidenceRecord }[]> {
    return (await this.of(scope)).map((one) => ({ indicator: known(one.indicator), record: { id: one.id, title: one.title, at: one.at, officeId: null, link: null, file: { id: one.fileId, name: one.fileName, sha256: one.sha256 }, content: {} } }));
  }

  /** @throws "not found" where the file is not the asker's to read. */
  async add(key: string, code: string, { fileId, title }: NewOwnEvidence): Promise<OwnEvidenceRow> {
    const scope = await this.scopes.of(key);
    const indicator = known(code).code;
    const file = await this.fileAccess.readable(fileId);
    const before = await this.of(scope, indicator);
    if (before.length >= MOST) reject('fileId', `Paling banyak ${MOST} berkas untuk satu indikator. Gabungkan, atau hapus yang tidak dipakai.`, `At most ${MOST} files for one indicator. Put them together, or remove those not in use.`);
    const same = before.find(({ sha256 }) => sha256 === file.sha256);
    if (same) reject('fileId', `Berkas yang sama sudah dilampirkan oleh ${same.userName} sebagai “${same.title}”.`, `The same file was attached by ${same.userName} already, as “${same.title}”.`);
    const { id: userId, name: userName } = this.asker.required();
    const entity: OwnEvidenceEntity = { id: uuidv7(), year: yearOf(scope), indicator, title, fileId, fileName: file.name, sha256: file.sha256, userId, userName, at: this.clock.now(), removedAt: null, removedBy: null };
    await this.database.tx(async (db) => {
      await db.insert(OwnEvidenceEntity, entity);
      await this.audit.write({ action: 'evidence.added', subject: entity.id, detail: { indicator, year: entity.year, title, file: file.name, sha256: file.sha256 } });
    });
    return rowOf(entity);
  }

  /** Taken out of page, list and ZIP; the row and the file stay, with who removed it. */
  async remove(key: string, code: string, id: string): Promise<void> {
    const { title, sha256, indicator } = await this.one(key, code, id);
    await this.database.tx(async (db) => {
      const { affected } = await db.update(OwnEvidenceEntity, { id, removedAt: IsNull() }, { removedAt: this.clock.now(), removedBy: this.asker.required().name });
      if (affected === 0) throw Problem.notFound();
      await this.audit.write({ action: 'evidence.removed', subject: id, detail: { indicator, title, sha256 } });
    });
  }

  async file(key: string, code: string, id: string) {
    const { fileId, fileName } = await this.one(key, code, id);
    return { name: fileName, stream: await this.files.stream(fileId) };
  }

  /** @throws "not found" where the scope has no such file at this indicator, or no more. */
  private async one(key: string, code: string, id: string): Promise<OwnEvidenceEntity> {
    const found = (await this.of(await this.scopes.of(key), known(code).code)).find((row) => row.id === id);
    if (!found) throw Problem.notFound();
    return found;
  }

  private of(scope: EvidenceScope, indicator?: string): Promise<OwnEvidenceEntity[]> {
    return this.database.read.find(OwnEvidenceEntity, { where: { year: In(scope.periods.map(({ year }) => year)), removedAt: IsNull(), ...(indicator && { indicator }) }, order: { indicator: 'ASC', id: 'ASC' } });
  }
}

/** A scope is a period or a year; both are of one. */
const yearOf = ({ periods }: EvidenceScope): number => periods[0]?.year ?? 0;

function known(code: string): Indicator {
  const indicator = INDICATORS.find((one) => one.code === code);
  if (!indicator) throw Problem.notFound();
  return indicator;
}

const rowOf = ({ id, title, fileName, sha256, userName, at }: OwnEvidenceEntity): OwnEvidenceRow => ({ id, title, fileName, sha256, by: userName, at: at.toISOString() });
