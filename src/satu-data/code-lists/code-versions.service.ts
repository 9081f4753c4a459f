import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Transactions } from 'tertib';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CodeChangeEntity, CodeEntity, CodeListEntity, CodeVersionEntity } from './code-list.entities.js';
import { listChanged } from './code-list.problems.js';
import type { OfficeCode } from './code-list.types.js';
import type { CodePlan, PlannedCode } from './code-plan.js';
import type { CodeTable, ListFacts } from './code-table.js';

/** Why a version is made, and of which file. */
export interface Reason {
  readonly note: string;
  readonly file?: { readonly id: string; readonly name: string } | undefined;
}

/** Below SQLite's limit of bound values. */
const CHUNK = 500;
/** What of a code may be another in a new version. */
const WRITTEN: (keyof CodeEntity)[] = ['titleId', 'titleEn', 'level', 'validFrom', 'validTo', 'replacedBy', 'pair'];

/** Makes of a plan the next version of a list: all of it or nothing. */
@Injectable()
export class CodeVersions {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws a problem where the list is in another version than the plan was made for. */
  async apply(table: CodeTable, { changes }: CodePlan, { note, file }: Reason): Promise<number> {
    const { facts } = table;
    const { id: userId, name: userName } = this.asker.required();
    const count = (kind: PlannedCode['kind']): number => changes.filter((one) => one.kind === kind).length;
    const version: CodeVersionEntity = {
      id: uuidv7(), scheme: facts.scheme, number: facts.version + 1, note, fileName: file?.name ?? null, fileId: file?.id ?? null, added: count('added'), changed: count('changed'), ended: count('ended'), userId, userName, at: this.clock.now(),
    };
    await this.database.tx(async (db) => {
      await this.next(db, facts);
      await db.insert(CodeVersionEntity, version);
      let added = table.codes.length;
      const codes = changes.map(({ after }) => entityOf(facts.scheme, after, table.placeOf(after.code) ?? added++));
      const told = changes.map(({ kind, before, after }, position) => ({ versionId: version.id, code: after.code, position, kind, before, after }));
      for (let at = 0; at < changes.length; at += CHUNK) {
        // Nothing is read back: of 80,000 codes that would take most of the time, and others wait to write.
        await db.createQueryBuilder().insert().into(CodeEntity).values(codes.slice(at, at + CHUNK)).orUpdate(WRITTEN, ['scheme', 'code']).updateEntity(false).execute();
        await db.createQueryBuilder().insert().into(CodeChangeEntity).values(told.slice(at, at + CHUNK) as never).updateEntity(false).execute();
      }
      await this.audit.write({ action: 'code-list.changed', subject: facts.scheme, detail: { version: version.number, added: version.added, changed: version.changed, ended: version.ended, ...(file && { fileId: file.id }) } });
    });
    return version.number;
  }

  /** The list is one version further, for the first of those who want it to be. */
  private async next(db: EntityManager, { scheme, title, levels, version }: ListFacts): Promise<void> {
    if (version === 0 && !(await db.existsBy(CodeListEntity, { scheme }))) return void (await db.insert(CodeListEntity, { scheme, titleId: title.id, titleEn: title.en, levels: [...levels], version: 1 }));
    const { affected } = await db.update(CodeListEntity, { scheme, version }, { version: version + 1 });
    if (affected !== 1) throw listChanged();
  }
}

const entityOf = (scheme: string, { code, title, parent, level, validFrom, validTo, replacedBy, pair }: OfficeCode, position: number): CodeEntity => ({
  scheme, code, position, titleId: title.id, titleEn: title.en, parent, level: level ?? null, validFrom: validFrom ?? null, validTo: validTo ?? null, replacedBy: replacedBy ?? null, pair: pair ?? null,
});
