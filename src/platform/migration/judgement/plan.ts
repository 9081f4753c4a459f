import type { MigrationPlan, Text } from '../../../sdk/index.js';
import type { DiagramElement, DiagramSummary } from '../../releases/index.js';

/** One side of a migration: a diagram of a release, as the engine knows it. */
export interface Side {
  readonly releaseId: string;
  readonly definitionId: string;
  readonly summary: DiagramSummary;
}

/** How instances of one definition go to another; the engine has nothing against it. */
export interface Plan {
  readonly from: Side;
  readonly to: Side;
  readonly forEngine: MigrationPlan;
  /** By element, those of multi-instance bodies included. */
  readonly targets: ReadonlyMap<string, string>;
  /** Why the engine does not take what somebody chose, by the element that it was chosen for. */
  readonly objections: ReadonlyMap<string, Text>;
}

/** What people call an element. */
export const nameOf = ({ summary }: Pick<Side, 'summary'>, elementId: string): string => {
  const element = summary.elements.get(elementId.replace(/#.*$/, ''));
  return element?.name.replaceAll(/\s+/g, ' ').trim() || elementId;
};

/** Elements to which a token may be sent: the engine wants them to be of the same kind. */
export function alike(element: DiagramElement | undefined, { elements }: DiagramSummary): DiagramElement[] {
  if (!element) return [];
  return [...elements.values()].filter(({ type, repeated, topic }) => type === element.type && repeated === element.repeated && topic === element.topic);
}
