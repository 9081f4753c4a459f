import { Injectable } from '@nestjs/common';
import { HandlerCatalogue, HandlerRegistry, Problem, Transactions, type LetterAnswer } from '../../../sdk/index.js';
import { ANSWERS, isMail, LETTER_TITLES, LetterPreview, OFFICE_VALUES, type Answers, type LetterInput, type Preview } from '../../notifications/index.js';
import { nextBundle } from '../bundle.js';
import { LetterCases, type LetterCase } from '../ports.js';
import { ReleaseCheck } from '../release-check.js';
import { ReleaseProblem } from '../releases.problems.js';
import { pathOf, type Resource } from '../resource.js';
import { LetterProblem } from './letter-problems.js';
import { exampleOf, letterScope, type LetterScope } from './letter-scope.js';
import { unknownNames } from './letter-names.js';
import { RolledBack } from './rolled-back.js';

/** The frame of all letters; it is seen around one of them. */
const FRAME = 'layout';

/** What a letter is drawn from, and what with. */
export interface PreviewRequest {
  readonly content: string;
  /** A real case; null: made-up values. */
  readonly caseId: string | null;
}

export interface ShownPreview extends Preview {
  /** Addresses that a mail would go to; null where that is known only when it is sent. */
  readonly to: readonly string[] | null;
  /** The case whose values are shown; null: made-up ones. */
  readonly caseTitle: string | null;
}

/** What the editor of letters asks for: fields, cases to try a text with, and the text as it would go out. */
@Injectable()
export class LetterEditing {
  private readonly unwritten: RolledBack;

  constructor(
    private readonly transactions: Transactions,
    private readonly check: ReleaseCheck,
    private readonly handlers: HandlerCatalogue,
    private readonly registry: HandlerRegistry,
    private readonly cases: LetterCases,
    private readonly letters: LetterPreview,
  ) {
    this.unwritten = new RolledBack(transactions);
  }

  async scope(key: string): Promise<LetterScope> {
    return this.scopeIn(await this.resources(), key);
  }

  /** Cases that come to the letter's step, those that began last first. */
  async casesFor(key: string, q: string): Promise<readonly LetterCase[]> {
    const { procedures } = await this.scope(key);
    return procedures.length === 0 ? [] : this.cases.recent(procedures, q);
  }

  /** @throws 422 with what is wrong in the text, or with why nothing can be shown; 404 for a file that is not there. */
  async preview(key: string, { content, caseId }: PreviewRequest, signal: AbortSignal): Promise<ShownPreview> {
    const findings = await this.check.file({ path: pathOf('letter', key), kind: 'letter', key, content });
    if (findings.length > 0) throw ReleaseProblem.refused(findings);
    const resources = await this.resources();
    const shown = key === FRAME ? framed(resources) : key;
    const scope = await this.scopeIn(resources, shown);
    const { input, to, caseTitle } = caseId === null ? { input: sample(shown, scope, content), to: null, caseTitle: null } : await this.ofCase(shown, scope, caseId);
    const html = key === FRAME ? contentOf(resources, shown) : content;
    const layout = key === FRAME ? content : isMail(key) ? '' : contentOf(resources, FRAME);
    return { ...(await this.letters.draw(shown, html, layout, input, signal)), to, caseTitle };
  }

  private async ofCase(key: string, scope: LetterScope, caseId: string): Promise<{ input: LetterInput; to: readonly string[] | null; caseTitle: string }> {
    const { title, answers } = await this.cases.at(caseId, scope.steps.map(({ elementId }) => elementId));
    const source = scope.values && this.registry.letterValues(scope.values.letter);
    const answer: LetterAnswer | null = source ? await this.unwritten.run(() => source({ caseId, letter: key })) : { values: {} };
    if (!answer) throw LetterProblem.nothingYet(title);
    return { input: { data: answer.values, answers, subject: answer.subject ?? titleOf(key) }, to: answer.to ?? null, caseTitle: title };
  }

  private async scopeIn(resources: readonly Resource[], key: string): Promise<LetterScope> {
    const files = await this.check.read(resources.filter(({ kind }) => kind !== 'letter'));
    return letterScope(key, { diagrams: files.flatMap(({ diagram }) => diagram ?? []), forms: new Map(files.flatMap(({ form }) => (form ? [[form.key, form] as const] : []))), handlers: this.handlers });
  }

  private async resources(): Promise<readonly Resource[]> {
    return (await nextBundle(this.transactions.read)).resources;
  }
}

const titleOf = (key: string): string => LETTER_TITLES[key]?.id ?? key.replaceAll('-', ' ');

/** What the office has of its own is drawn from its settings, not made up. */
function sample(key: string, scope: LetterScope, content: string): LetterInput {
  const { [ANSWERS]: answers } = exampleOf(scope);
  return { data: scope.values?.example ?? namedIn(content), answers: answers as Answers, subject: titleOf(key) };
}

/** Where nobody has described the values, each stands for itself. */
function namedIn(content: string): Record<string, unknown> {
  const names = unknownNames(content, OFFICE_VALUES.letter.example).flatMap(({ name, list }) => (list === null && PLAIN_NAME.test(name) ? [name] : []));
  return Object.fromEntries(names.map((name) => [name, `‹${name}›`]));
}

const PLAIN_NAME = /^[a-z]\w*$/i;

/** The letter that the frame is seen around: one that the procedure draws, in the order of their names. */
function framed(resources: readonly Resource[]): string {
  const letter = resources.find(({ kind, key }) => kind === 'letter' && key !== FRAME && !isMail(key));
  if (!letter) throw LetterProblem.noLetterForFrame();
  return letter.key;
}

function contentOf(resources: readonly Resource[], key: string): string {
  const letter = resources.find(({ kind, key: own }) => kind === 'letter' && own === key);
  if (!letter) throw Problem.notFound();
  return letter.content;
}
