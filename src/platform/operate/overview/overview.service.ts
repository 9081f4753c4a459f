import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock, Offices, Problem } from '../../../sdk/index.js';
import { ReleaseFacts } from '../../cases/index.js';
import { HeavyReads } from '../../kernel/index.js';
import { RoleTitles } from '../../releases/index.js';
import { caseCounts } from './case-counts.js';
import { DrawnDiagrams, type DrawnDiagram } from './drawn-diagrams.service.js';
import type { OverviewQuery, OverviewSchema } from './overview.schemas.js';
import { peopleMeasures } from './people-measures.js';
import type { Scope } from './scope.js';
import { SearchFields } from './search-fields.service.js';
import { stepMeasures, type StepMeasure } from './step-measures.js';

type Overview = z.infer<typeof OverviewSchema>;
const DAY_MS = 86_400_000;

/** Where all cases of a procedure stand and how long each step takes: from our record, never from the engine. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly reads: HeavyReads,
    private readonly clock: Clock,
    private readonly drawn: DrawnDiagrams,
    private readonly facts: ReleaseFacts,
    private readonly roles: RoleTitles,
    private readonly offices: Offices,
    private readonly searchable: SearchFields,
  ) {}

  async of({ procedure, days }: z.infer<typeof OverviewQuery>): Promise<Overview> {
    const diagrams = await this.drawn.of(procedure);
    if (diagrams.length === 0) throw Problem.notFound();
    const now = this.clock.now();
    const scope: Scope = { procedure, now: now.toISOString(), since: days === 'all' ? '' : new Date(now.getTime() - Number(days) * DAY_MS).toISOString() };
    const steps = await Promise.all((await stepMeasures(this.reads, scope)).map((step) => this.step(step, diagrams)));
    const sum = (name: 'onTime' | 'late' | 'overdue') => steps.reduce((total, step) => total + step[name], 0);
    return {
      cases: await caseCounts(this.reads, scope) as Overview['cases'],
      onTime: sum('onTime'), late: sum('late'), overdue: sum('overdue'),
      diagrams: diagrams.map(({ processKey, name, version, xml }) => ({ processKey, name, version, xml })),
      steps,
      roles: await this.byRole(scope),
      offices: await this.byOffice(scope),
      fields: await this.searchable.of(diagrams),
    };
  }

  private async step({ definitionId, ...step }: StepMeasure, diagrams: readonly DrawnDiagram[]): Promise<Overview['steps'][number]> {
    const facts = await this.facts.ofDefinition(definitionId);
    const element = facts?.summary.elements.get(step.elementId);
    const diagram = diagrams.find(({ processKey }) => processKey === step.processKey);
    const drawn = diagram ? await this.drawn.element(diagram, step.elementId) : null;
    return { ...step, processName: diagram?.name ?? facts?.summary.name ?? step.processKey, name: drawn?.name || element?.name || step.elementId, drawn: drawn !== null, calls: (drawn ?? element)?.calledElement != null };
  }

  private async byRole(scope: Scope): Promise<Overview['roles']> {
    const titles = await this.roles.all();
    return (await peopleMeasures(this.reads, scope, 'role')).map(({ key, ...measure }) => ({ ...measure, role: key, title: titles.get(key ?? '') ?? null }));
  }

  private async byOffice(scope: Scope): Promise<Overview['offices']> {
    const rows = await peopleMeasures(this.reads, scope, 'officeId');
    const names = new Map((await this.offices.byIds(rows.flatMap(({ key }) => key ?? []))).map(({ id, name }) => [id, name]));
    return rows.map(({ key, ...measure }) => ({ ...measure, officeId: key, name: key === null ? null : (names.get(key) ?? null) }));
  }
}
