import { Evaluator } from '@formio/core/utils';
import { processVariables, walk } from '../form-definition.js';
import type { FormResult, ValidationJob } from '../validation-result.js';
import { FormReader } from './form-reader.js';
import { variablesOf } from './variables.js';
import { isRecord } from './empty.js';

Evaluator.noeval = true;

/** The whole check of one submission; pure, and run in a thread that may be killed. */
export function validateForm(job: ValidationJob): FormResult {
  const data: unknown = JSON.parse(JSON.stringify(job.data));
  const initial: unknown = JSON.parse(JSON.stringify(job.initial));
  const reader = new FormReader({ ...job, initial: isRecord(initial) ? initial : {} });
  const clean = reader.read(isRecord(data) ? data : {});
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  const named = new Set(processVariables(job.form));
  const fields = [...walk(job.form.components)].filter((component) => named.has(component.key));
  return { ok: true, data: clean, variables: variablesOf(fields, clean) };
}
