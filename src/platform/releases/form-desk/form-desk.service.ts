import { Injectable } from '@nestjs/common';
import { HandlerCatalogue, Transactions, type FileRef, type ProcessVariables, type Text } from '../../../sdk/index.js';
import { FormValidator, type FormDefinition, type FormError } from '../../forms/index.js';
import { AccessRegistry } from '../../identity/index.js';
import { nextBundle } from '../bundle.js';
import { tableSources, type TableSource } from '../case-tables/table-sources.js';
import { formsIn } from '../check/fields.js';
import { readDiagram, type DiagramSummary } from '../diagram/diagram-summary.js';
import { PageNeeds, RoleTitles } from '../ports.js';
import { ReleaseCheck } from '../release-check.js';
import { ReleaseProblem } from '../releases.problems.js';
import { pathOf } from '../resource.js';
import { formUses, pageUses, type FormUse } from './form-uses.js';

/** What somebody tries to send with a form that is being made. */
interface Trial {
  readonly content: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the server would have filled the form with. */
  readonly initial: Readonly<Record<string, unknown>>;
  readonly files: readonly FileRef[];
}

interface TrialResult {
  readonly errors: readonly FormError[];
  readonly variables: ProcessVariables | null;
}

/** What is needed beside a form to try it out. Nothing is stored. */
@Injectable()
export class FormDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly check: ReleaseCheck,
    private readonly validator: FormValidator,
    private readonly roles: RoleTitles,
    private readonly access: AccessRegistry,
    private readonly handlers: HandlerCatalogue,
    private readonly pages: PageNeeds,
  ) {}

  /** By the very check of a task. @throws 422 with findings where the form itself may not be saved. */
  async try(key: string, { content, data, initial, files }: Trial): Promise<TrialResult> {
    const findings = await this.check.file({ path: pathOf('form', key), kind: 'form', key, content });
    if (findings.length > 0) throw ReleaseProblem.refused(findings);
    const result = await this.validator.validate(JSON.parse(content) as FormDefinition, data, { initial, files });
    return result.ok ? { errors: [], variables: result.variables } : { errors: result.errors, variables: null };
  }

  /** Where the drafts use a form, and what each role is called. */
  async uses(key: string): Promise<(FormUse & { roleTitle: Text | null; choosesOffices: boolean })[]> {
    const { resources } = await nextBundle(this.transactions.read);
    const diagrams = await Promise.all(resources.filter(({ kind }) => kind === 'diagram').map(({ content }) => readDiagram(content).catch(() => null)));
    const titles = await this.roles.all();
    const steps = formUses(diagrams.filter((diagram): diagram is DiagramSummary => diagram !== null), key);
    return [...steps, ...pageUses(this.pages.all, key)].map((use) => ({ ...use, roleTitle: titles.get(use.role ?? '') ?? null, choosesOffices: this.choosesOffices(use.role) }));
  }

  /** What a table's rows can come from, by the drafts. */
  async tables(): Promise<TableSource[]> {
    return tableSources(formsIn((await nextBundle(this.transactions.read)).resources), this.handlers);
  }

  /** Producers may not look at the list of offices, so that they cannot choose one. */
  private choosesOffices(role: string | null): boolean {
    return role === null || this.access.role(role)?.offices.some((kind) => kind !== 'produsen') !== false;
  }
}
