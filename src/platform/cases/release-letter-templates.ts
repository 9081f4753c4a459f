import { Injectable } from '@nestjs/common';
import { Problem, Transactions } from '../../sdk/index.js';
import { isMail, LetterTemplates, type LetterTemplate } from '../notifications/index.js';
import { Releases } from '../releases/index.js';
import { CaseEntity, InstanceEntity } from './entities/index.js';
import { ReleaseFacts } from './feed/release-facts.js';

/** Letters as the case's own release has them. */
@Injectable()
export class ReleaseLetterTemplates extends LetterTemplates {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly facts: ReleaseFacts,
  ) {
    super();
  }

  async template(caseId: string, name: string, processInstanceId?: string): Promise<LetterTemplate> {
    return this.of(await this.releaseOf(caseId, processInstanceId), name);
  }

  async has(caseId: string, name: string, processInstanceId?: string): Promise<boolean> {
    return (await this.releases.keys(await this.releaseOf(caseId, processInstanceId), 'letter')).includes(name);
  }

  async published(name: string): Promise<LetterTemplate> {
    const live = await this.releases.live();
    if (!live || !(await this.releases.keys(live.id, 'letter')).includes(name)) throw missing(name);
    return this.of(live.id, name);
  }

  private async of(releaseId: string, name: string): Promise<LetterTemplate> {
    // A mail has no frame, and a procedure that writes mails only needs none.
    const [html, layout] = await Promise.all([this.releases.letter(releaseId, name), isMail(name) ? '' : this.releases.letter(releaseId, 'layout')]);
    return { html, layout };
  }

  private async releaseOf(caseId: string, processInstanceId: string | undefined): Promise<string> {
    return (await this.ofInstance(processInstanceId)) ?? (await this.ofCase(caseId));
  }

  private async ofInstance(id: string | undefined): Promise<string | null> {
    const row = id === undefined ? null : await this.transactions.read.findOneBy(InstanceEntity, { id });
    return row && ((await this.facts.ofDefinition(row.definitionId))?.releaseId ?? null);
  }

  private async ofCase(id: string): Promise<string> {
    const row = await this.transactions.read.findOneBy(CaseEntity, { id });
    if (!row) throw Problem.notFound();
    return row.releaseId;
  }
}

const missing = (name: string): Problem =>
  new Problem('letter-missing', 409, {
    id: `Versi prosedur yang berlaku tidak memuat surat “${name}”. Minta administrator menambahkannya pada konsep prosedur, lalu menerbitkannya.`,
    en: `The live version of the procedure has no letter “${name}”. Ask the administrator to add it to the draft of the procedure and to publish it.`,
  });
