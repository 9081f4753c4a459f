import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { z } from 'zod';
import { Clock, Problem, Transactions } from '../../../sdk/index.js';
import { CaseEntity, CaseList, ReleaseFacts } from '../../cases/index.js';
import { HeavyReads } from '../../kernel/index.js';
import { breaches, casesWith } from './breaches.js';
import type { ConformanceCasesQuery, ConformanceQuery, ConformanceSchema, ConformingCases } from './conformance.schemas.js';
import { isStep, onlyThrough, referenceWays, type ReferenceWays } from './reference-ways.js';
import { References, type Reference } from './references.service.js';
import { passages } from './passages.js';
import { runsOf, visits, type Visited } from './visits.js';

type Query = z.infer<typeof ConformanceQuery>;
type View = z.infer<typeof ConformanceSchema>;
const DAY_MS = 86_400_000;

interface Chosen {
  readonly reference: Reference;
  readonly diagram: { readonly name: string; readonly xml: string };
  readonly visited: Visited;
  readonly ways: ReferenceWays;
}

/** What cases did, beside the order of the reference. ADR 0030. */
@Injectable()
export class Conformance {
  constructor(
    private readonly reads: HeavyReads,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly references: References,
    private readonly facts: ReleaseFacts,
    private readonly list: CaseList,
  ) {}

  async of(query: Query): Promise<View> {
    const { reference, diagram, visited, ways } = await this.chosen(query);
    const through = onlyThrough(ways);
    const found = await breaches(this.reads, visited, through);
    const passed = passages(await visits(this.reads, visited));
    const steps = [...ways.nodes].filter(([, { type }]) => isStep(type)).map(([elementId, { name }]) => ({ elementId, name, ...passed.get(elementId)?.counts ?? NEVER, ...(found.get(elementId) ?? { skipped: 0, disordered: 0 }) }));
    const unknown = [...passed].filter(([elementId, { type }]) => !ways.nodes.has(elementId) && isStep(type));
    const others = await Promise.all(unknown.map(async ([elementId, { definitionId, counts }]) => ({ elementId, name: (await this.facts.ofDefinition(definitionId))?.summary.elements.get(elementId)?.name || elementId, ...counts })));
    return {
      reference: { id: reference.id, version: reference.version, processKey: visited.process, ...diagram },
      references: await this.references.all(query.procedure),
      processes: [...reference.diagrams].map(([key, { name }]) => ({ key, name })),
      ...(await runsOf(this.reads, visited)),
      steps,
      others,
    };
  }

  /** The cases behind a figure, newest first. */
  async cases(query: z.infer<typeof ConformanceCasesQuery>): Promise<z.infer<typeof ConformingCases>> {
    const { visited, ways } = await this.chosen(query);
    const { kind, step, cursor = '', limit } = query;
    const ids = await casesWith(this.reads, visited, { kind, step, behind: onlyThrough(ways).get(step) ?? new Set(), before: cursor, most: limit + 1 });
    const shown = ids.slice(0, limit);
    const rows = await this.transactions.read.find(CaseEntity, { where: { id: In(shown) }, order: { id: 'DESC' } });
    return { items: await this.list.rows(rows), next: ids.length > limit ? (shown.at(-1) ?? null) : null };
  }

  private async chosen({ procedure, process, days, reference: id }: Query): Promise<Chosen> {
    const reference = await this.references.of(id, procedure);
    const key = process || procedure;
    const diagram = reference.diagrams.get(key);
    if (!diagram) throw Problem.notFound();
    const since = days === 'all' ? '' : new Date(this.clock.now().getTime() - Number(days) * DAY_MS).toISOString();
    return { reference, diagram, visited: { procedure, process: key, since }, ways: await referenceWays(diagram.xml) };
  }
}

const NEVER = { passed: 0, looped: 0, usually: 0, most: 0, items: 0 };
