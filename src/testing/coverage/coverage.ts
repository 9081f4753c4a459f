import { coveredDiagram, type CoveredDiagram, type CoveredPart, type Passed } from './covered-diagram.js';
import { drawDiagram } from './svg/draw-diagram.js';

/** The least that must have been passed, each between 0 and 1. @beta */
export interface CoverageLimits {
  /** Share of events, tasks, gateways and subprocesses. */
  readonly elements?: number;
  /** Share of sequence flows: every way out of every gateway. */
  readonly flows?: number;
}

/** What of one diagram was passed. @beta */
export interface DiagramCoverage {
  /** Key of the diagram. */
  readonly procedure: string;
  /** Share of its flow nodes that some case passed. */
  readonly elements: number;
  /** Share of its sequence flows that some case took. */
  readonly flows: number;
  /** What no case passed. */
  readonly missing: readonly Omit<CoveredPart, 'covered'>[];
}

/** What cases passed of the diagrams, over one test or a whole run. @beta */
export class Coverage {
  private constructor(private readonly covered: readonly CoveredDiagram[]) {}

  /** @internal */
  static async of(passed: readonly Passed[]): Promise<Coverage> {
    return new Coverage(await Promise.all(merged(passed).map(coveredDiagram)));
  }

  /** Share of flow nodes that some case passed, of all diagrams together; 1 where there is none. */
  get elements(): number {
    return share(this.covered.flatMap(({ elements }) => elements));
  }

  /** Share of sequence flows that some case took. */
  get flows(): number {
    return share(this.covered.flatMap(({ flows }) => flows));
  }

  /** The same for each diagram. */
  get diagrams(): readonly DiagramCoverage[] {
    return this.covered.map(({ key, elements, flows }) => ({ procedure: key, elements: share(elements), flows: share(flows), missing: [...elements, ...flows].filter(({ covered }) => !covered).map(({ covered: _, ...part }) => part) }));
  }

  /** One diagram in colours, as an SVG document: green what was passed, red and dashed what was not. @throws naming the diagrams that there are. */
  svg(procedure: string): string {
    const diagram = this.covered.find(({ key }) => key === procedure);
    if (!diagram) throw new Error(`No diagram "${procedure}" was tested. There is: ${this.covered.map(({ key }) => key).join(', ') || 'none'}.`);
    return drawDiagram(diagram, `${procedure}: elements ${percent(share(diagram.elements))}, flows ${percent(share(diagram.flows))}`);
  }

  /**
   * Fails where less was passed, with all that is missing.
   *
   * @example
   * (await readCoverage('coverage/procedures')).assert({ elements: 0.9, flows: 0.8 });
   */
  assert({ elements = 0, flows = 0 }: CoverageLimits): void {
    const short = [...(this.elements < elements ? [`elements ${percent(this.elements)} of at least ${percent(elements)}`] : []), ...(this.flows < flows ? [`flows ${percent(this.flows)} of at least ${percent(flows)}`] : [])];
    if (short.length > 0) throw new Error(`Too little of the procedures was tested: ${short.join(', ')}.\n${this.missing()}`);
  }

  /** What was not passed, a line each; for people. */
  missing(): string {
    return this.diagrams.flatMap(({ procedure, missing }) => missing.map(({ id, type, name }) => `  ${procedure}  ${type} ${id}${name ? ` "${name}"` : ''}`)).join('\n');
  }

  /** Both shares of each diagram, a line each. */
  toString(): string {
    return this.diagrams.map(({ procedure, elements, flows }) => `${procedure}: elements ${percent(elements)}, flows ${percent(flows)}`).join('\n');
  }
}

const share = (parts: readonly CoveredPart[]): number => (parts.length === 0 ? 1 : parts.filter(({ covered }) => covered).length / parts.length);

/** Rounded down: 100 % is all. */
const percent = (value: number): string => `${Math.floor(value * 100)} %`;

/** Versions of one diagram are diagrams of their own; what was passed of the same is added. */
function merged(passed: readonly Passed[]): Passed[] {
  const found = new Map<string, Passed>();
  for (const { key, xml, elements, flows } of passed) {
    const known = found.get(xml);
    found.set(xml, { key, xml, elements: [...(known?.elements ?? []), ...elements], flows: [...(known?.flows ?? []), ...flows] });
  }
  return [...found.values()].sort((a, b) => a.key.localeCompare(b.key));
}
