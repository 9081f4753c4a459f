import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { Problem } from '../../../sdk/index.js';
import { requestContext } from '../request-context.js';

const pathOf = (path: readonly unknown[] | undefined): string =>
  (path ?? []).map((part) => String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part)).join('.');

/** Leaves to an application that has Tertib as a part how it checks its own routes. */
class OwnValidationPipe extends StandardSchemaValidationPipe {
  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    return requestContext.current()?.own === false ? Promise.resolve(value) : super.transform(value, metadata);
  }
}

/** Checks every `@Body({ schema })`, `@Query({ schema })` and `@Param(name, { schema })`; says which field does not fit. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new OwnValidationPipe({
    exceptionFactory: (issues) =>
      new Problem('request-invalid', 400, { id: 'Ada isian permintaan yang tidak sesuai.', en: 'Some fields of the request do not fit.' }, {
        errors: issues.map((issue) => ({ path: pathOf(issue.path), message: issue.message })),
      }),
  });
