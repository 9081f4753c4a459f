import type { Text } from '../contracts/text.js';

/**
 * Something that an application wants to know of each step of a diagram, beyond what BPMN says: a phase, a kind of work. It is a
 * `camunda:property` of the step, so it goes with the version, and administrators choose it in the diagram's editor. What is not
 * among `values` cannot be published. Services read it by `Cases.stepTimes`. @beta
 */
export interface StepProperty {
  /** Above the choice in the editor, and before the value on the page of a case. */
  readonly title: Text;
  /** What can be chosen, by what is written in the diagram; in this order. */
  readonly values: Readonly<Record<string, Text>>;
}
