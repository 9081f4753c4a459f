import { IsNull } from 'typeorm';
import { CaseEntity, IncidentEntity, InstanceEntity } from '../../platform/cases/index.js';
import { MailEntity } from '../../platform/notifications/index.js';
import { FileStore, Letters, type ProcessVariables } from '../../sdk/index.js';
import { partOf, type World } from '../world.js';
import { matches } from './open-tasks.js';
import { pdfText } from './pdf-text.js';

/** A mail that left, or would have left where a mail server is set up. @beta */
export interface TestMail {
  /** Addresses. */
  readonly to: readonly string[];
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** Names of the files that go with it. */
  readonly attachments: readonly string[];
  /** When it was asked for. */
  readonly at: Date;
}

/** A letter that was drawn. @beta */
export interface TestLetter {
  /** The template that it was drawn from. */
  readonly template: string;
  /** What it is about. */
  readonly subject: string;
  /** Its number in the register; null for one without. */
  readonly number: string | null;
  /** Id of the office that may see it beside the office itself. */
  readonly officeId: string | null;
  /** The mark that it was asked for with. */
  readonly about: string | null;
  /** When it was marked as sent. */
  readonly sentAt: Date | null;
  /** The PDF. */
  readonly pdf: Buffer;
  /** The words of the PDF in their order. */
  readonly text: string;
}

/** Something that does not go on by itself. @beta */
export interface TestIncident {
  /** Id of the element in the diagram; null where it is none in particular. */
  readonly elementId: string | null;
  /** Why, as the administrator reads it. */
  readonly message: string;
}

/** Which of the diagrams that take part in a case; default: the one that it began with. @beta */
export interface PartOfCase {
  /** Key of a diagram that the case called. */
  readonly procedure?: string;
  /** Which of several like parts: by label, office, or the value of a variable. */
  readonly about?: string;
}

/** What a case has left behind. */
export class Evidence {
  constructor(
    private readonly world: World,
    private readonly caseId: string,
  ) {}

  async state(): Promise<CaseEntity['state']> {
    return (await this.world.database.read.findOneByOrFail(CaseEntity, { id: this.caseId })).state;
  }

  /** Elements in the order in which they were entered. */
  async path(part: PartOfCase): Promise<string[]> {
    const { id: processInstanceId } = await this.instance(part);
    const passages = await this.world.engine.history.activityInstances({ processInstanceId, sorting: [{ sortBy: 'occurrence', sortOrder: 'asc' }] });
    return passages.filter(({ activityType }) => activityType !== 'multiInstanceBody').map(({ activityId }) => activityId);
  }

  async variables(part: PartOfCase): Promise<ProcessVariables> {
    return (await this.instance(part)).variables;
  }

  async mails(): Promise<TestMail[]> {
    const rows = await this.world.database.read.find(MailEntity, { where: { caseId: this.caseId }, order: { id: 'ASC' } });
    return rows.map(({ recipients, subject, text, attachments, createdAt }) => ({ to: recipients, subject, text, attachments: attachments.map(({ name }) => name), at: createdAt }));
  }

  async letters(): Promise<TestLetter[]> {
    const letters = await partOf(this.world, Letters).ofCase(this.caseId);
    const files = partOf(this.world, FileStore);
    return Promise.all(
      letters.map(async ({ template, subject, number, officeId, about, sentAt, file }) => {
        const pdf = await files.read(file.id);
        return { template, subject, number, officeId, about, sentAt, pdf, text: pdfText(pdf) };
      }),
    );
  }

  async incidents(): Promise<TestIncident[]> {
    const rows = await this.world.database.read.find(IncidentEntity, { where: { caseId: this.caseId, endedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(({ elementId, message }) => ({ elementId, message }));
  }

  private async instance({ procedure, about }: PartOfCase): Promise<InstanceEntity> {
    const all = await this.world.database.read.find(InstanceEntity, { where: { caseId: this.caseId }, order: { startedAt: 'ASC', id: 'ASC' } });
    const like = all.filter((one) => (procedure === undefined ? one.parentId === null : one.processKey === procedure));
    const meant = about === undefined ? like : like.filter((one) => matches(one, about));
    const [instance, second] = meant;
    const listed = (some: readonly InstanceEntity[]) => some.map(({ processKey, label }) => (label ? `${processKey} about ${JSON.stringify(label)}` : processKey)).join(', ');
    if (!instance) throw new Error(`The case has no part ${JSON.stringify({ procedure, about })}. It has: ${listed(all)}.`);
    if (second) throw new Error(`Several parts of the case are ${JSON.stringify({ procedure, about })}: ${listed(meant)}. Say which by \`about\`.`);
    return instance;
  }
}
