import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HandlerRegistry, type FormContext, type ProcessVariables, type Text } from '../../sdk/index.js';
import { FormValidator, type FormDefinition } from '../forms/index.js';
import { requestContext } from '../kernel/index.js';
import { SubmissionEntity } from '../cases/index.js';
import { hashOf } from './canonical.js';
import { signature } from './signature.js';
import { submissionInvalid } from './tasks.problems.js';

/** Data that fits its form, and the process variables among it. */
export interface CheckedData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly variables: ProcessVariables;
}

interface Stored {
  readonly hash: string;
  /** For the engine. */
  readonly variables: ProcessVariables;
  /** What the application's rule has to say to whoever sent it. */
  readonly notices: readonly Text[];
}

type Where = Pick<SubmissionEntity, 'id' | 'releaseId' | 'instanceId' | 'taskName' | 'step' | 'at'>;

/** What the application's preparation answered, and what it has to say. */
export interface Preparation {
  readonly answer: unknown;
  readonly notices: readonly Text[];
}

/** What is said to whoever sent it, in the language in which it was asked; null: nothing. */
export const noticeOf = (notices: readonly Text[]): string | null => notices.map((text) => text[requestContext.language()]).join(' ') || null;

/** What accepting a form consists of: checking it, having ready what the application stores, and storing it with what the application makes of it. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly validator: FormValidator,
    private readonly registry: HandlerRegistry,
  ) {}

  /** @throws "submission-invalid" (422) with every misfit. */
  async check(form: FormDefinition | null, data: unknown, initial: Readonly<Record<string, unknown>>): Promise<CheckedData> {
    if (form === null) return { data: {}, variables: {} };
    const result = await this.validator.validate(form, data, { initial });
    if (!result.ok) throw submissionInvalid(result.errors, requestContext.language());
    return result;
  }

  /** Before the transaction begins. @throws SubmissionRejected. */
  async prepare(context: FormContext, { data }: CheckedData, { id, at }: Pick<Where, 'id' | 'at'>): Promise<Preparation> {
    const notices: Text[] = [];
    const answer = await this.registry.submissionPreparation(context.formKey)?.({ ...context, submissionId: id, at, data, tell: (text) => void notices.push(text) });
    return { answer, notices };
  }

  /** Inside the transaction; `roles` are those of which one is asked for. Answers the stored submission's hash and the variables for the engine. @throws SubmissionRejected. */
  async store(db: EntityManager, context: FormContext, checked: CheckedData, prepared: Preparation, where: Where, roles: readonly string[]): Promise<Stored> {
    const hash = hashOf(checked.data);
    const { formKey, caseId, taskId, elementId, officeId, user } = context;
    await db.insert(SubmissionEntity, { ...where, formKey, caseId, taskId, elementId, officeId, userId: user.id, userName: signature(user, roles), data: checked.data as object, hash });
    const rule = this.registry.submissionRule(formKey);
    const notices = [...prepared.notices];
    const more = await rule?.({ ...context, submissionId: where.id, at: where.at, data: checked.data, tell: (text) => void notices.push(text) }, prepared.answer);
    return { hash, variables: { ...checked.variables, ...more }, notices };
  }
}
