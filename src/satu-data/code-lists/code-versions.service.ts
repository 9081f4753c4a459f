import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, Transactions } from 'tertib';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CodeListEntity, CodeVersionEntity } from './code-list.entities.js';
import { listChanged } from './code-list.problems.js';
import type { CodePlan, PlannedCode } from './code-plan.js';
import type { CodeTable, ListFacts } from './code-table.js';
import { CodeWritings } from './code-writings.service.js';

/** Why a version is made, and of which file. */
export interface Reason {
  readonly note: string;
  readonly file?: { readonly id: string; readonly name: string } | undefined;
}

/** Makes of a plan the next version of a list: all of it or nothing. */
@Injectable()
export class CodeVersions {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly writings: CodeWritings,
  ) {}

  /** @throws a problem where the list is in another version than the plan was made for. */
  async apply(table: CodeTable, { changes }: CodePlan, { note, file }: Reason): Promise<number> {
    const { facts } = table;
    const { id: userId, name: userName } = this.asker.required();
    const count = (kind: PlannedCode['kind']): number => changes.filter((one) => one.kind === kind).length;
    const version: CodeVersionEntity = {
      id: uuidv7(), scheme: facts.scheme, number: facts.version + 1, note, fileName: file?.name ?? null, fileId: file?.id ?? null, added: count('added'), changed: count('changed'), ended: count('ended'), userId, userName, at: this.clock.now(),
    };
    await this.writings.sweep();
    try {
      await this.writings.write(facts.scheme, version.id, changes);
      await this.database.tx(async (db) => {
        await this.next(db, facts);
        await this.writings.end(db, version.id, changes.length);
        await db.insert(CodeVersionEntity, version);
        await this.audit.write({ action: 'code-list.changed', subject: facts.scheme, detail: { version: version.number, added: version.added, changed: version.changed, ended: version.ended, ...(file && { fileId: file.id }) } });
      });
    } catch (error) {
      // Where that fails too, the next sweep does it.
      await this.writings.giveUp(version.id).catch(() => undefined);
      throw error;
    }
    return version.number;
  }

  /** The list is one version further, for the first of those who want it to be. */
  private async next(db: EntityManager, { scheme, title, levels, version }: ListFacts): Promise<void> {
    if (version === 0 && !(await db.existsBy(CodeListEntity, { scheme }))) return void (await db.insert(CodeListEntity, { scheme, titleId: title.id, titleEn: title.en, levels: [...levels], version: 1 }));
    const { affected } = await db.update(CodeListEntity, { scheme, version }, { version: version + 1 });
    if (affected !== 1) throw listChanged();
  }
}
