import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from '../../../sdk/index.js';

const pathOf = (path: readonly unknown[] | undefined): string =>
  (path ?? []).map((part) => String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part)).join('.');

/** Checks every `@Body({ schema })`, `@Query({ schema })` and `@Param(name, { schema })`; says which field does not fit. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new Problem('request-invalid', 400, { id: 'Ada isian permintaan yang tidak sesuai.', en: 'Some fields of the request do not fit.' }, {
        errors: issues.map((issue) => ({ path: pathOf(issue.path), message: issue.message })),
      }),
  });
