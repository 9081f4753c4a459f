import type { Text } from '../../sdk/index.js';

/**
 * What an editor knows to change, each as one step that can be undone:
 * a flow's condition, a gateway's default flow, a timer's time, a task's role, whom the role's task is meant for (none: anybody of it), what may not stand in a diagram, a piece of a letter's line that is taken out or written otherwise, a whole file, a part of a form.
 */
export const EDITS = ['condition', 'default-flow', 'time', 'role', 'anyone', 'remove', 'cut', 'reword', 'file', 'component'] as const;

/** A change of the finding's own file, described and not done: whoever edits decides. */
export interface Repair {
  readonly edit: (typeof EDITS)[number];
  /** Where: an element of the diagram, or the line of a letter. */
  readonly elementId: string;
  /** What it becomes; of `cut`, what is taken out; of `reword`, what stands there and what it becomes, a line each; of `component`, the part as JSON; of `remove`, the type of what is, or `type#property`. */
  readonly value: string;
  /** What will be done, as the button says it. */
  readonly label: Text;
}

export const repair = (edit: Repair['edit'], elementId: string, value: string, id: string, en: string): Repair => ({ edit, elementId, value, label: { id, en } });
