import type { DiagramSummary } from '../diagram/diagram-summary.js';
import type { PageNeed } from '../ports.js';
import { rolesRecording } from '../diagram/recorders.js';

/** A place where people meet a form. */
export interface FormUse {
  /** What people call the procedure. */
  readonly procedure: string;
  /** The step's name; empty where a procedure is started with it. */
  readonly task: string;
  /** Who fills it in; null where anybody may. */
  readonly role: string | null;
}

const rolesIn = (groups: string | null | undefined): string[] => (groups ?? '').split(',').map((role) => role.trim()).filter(Boolean);

/** Where the diagrams use a form, once for each role that fills it in there, those included that record another's word. */
export function formUses(diagrams: readonly DiagramSummary[], form: string): FormUse[] {
  return diagrams.flatMap(({ name, startForm, starters, elements }) => {
    const started = startForm === form ? (starters.length > 0 ? starters : [null]).map((role) => ({ procedure: name, task: '', role })) : [];
    const tasks = [...elements.values()].filter(({ formKey }) => formKey === form);
    return [...started, ...tasks.flatMap((task) => [...rolesIn(task.role), ...rolesRecording(task.properties['recordedBy'])].map((role) => ({ procedure: name, task: task.name || task.id, role })))];
  });
}

/** Pages of the admin that draw the form themselves, each title once. */
export const pageUses = (needs: readonly PageNeed[], key: string): FormUse[] =>
  [...new Set(needs.filter(({ form, gone }) => form === key && !gone).map(({ page }) => page.id))].map((task) => ({ procedure: '', task, role: null }));
