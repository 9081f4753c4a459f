import type { OfficeKind, Principal } from '../../../sdk/index.js';
import { requestContext } from '../../kernel/index.js';
import type { TaskEntity } from '../../cases/index.js';
import type { TaskLinkEntity } from './task-link.entity.js';

/** Of the column that keeps a signature. */
const LONGEST = 255;
const HOW = ' (lewat tautan)';

/** Who a link's receiver is while he uses it: of the task's own role and office, and of nothing else. */
export function receiverOf({ id, name, title }: TaskLinkEntity, { role, officeId }: TaskEntity, officeKind: OfficeKind | null): Principal {
  const signed = `${name}, ${title}`.slice(0, LONGEST - HOW.length);
  return { id, username: `link:${id}`, name: `${signed}${HOW}`, title, roles: role === null ? [] : [role], officeId, officeKind, language: requestContext.language() };
}

/** Runs `work` with him as the one who asks, whoever else may be signed in in that browser. */
export function asReceiver<T>(principal: Principal, work: () => Promise<T>): Promise<T> {
  const current = requestContext.current();
  const context = { correlationId: requestContext.correlationId(), language: principal.language, own: current?.own ?? true, principal, viewer: null, received: current?.received };
  return requestContext.run(context, work);
}
