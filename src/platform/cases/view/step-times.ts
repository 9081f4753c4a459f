import { Injectable } from '@nestjs/common';
import { Clock, type StepTimes } from '../../../sdk/index.js';
import { HeavyReads } from '../../kernel/index.js';
import { ReleaseFacts } from '../feed/release-facts.js';

/** What somebody or something does, by the engine's types; what only waits or holds other steps is none. */
const DONE = ['userTask', 'serviceTask', 'sendTask'].map((type) => `'${type}'`).join(', ');

type Raw = Readonly<Record<'processKey' | 'elementId' | 'definitionId' | 'firstAt' | 'lastAt', string> & Record<'count' | 'open' | 'seconds', string | number>>;

/** How long the steps of one case took, by what its diagrams say of them: a thousand producers are as many rows as the diagrams have steps. */
@Injectable()
export class StepTimesView {
  constructor(
    private readonly reads: HeavyReads,
    private readonly facts: ReleaseFacts,
    private readonly clock: Clock,
  ) {}

  async of(caseId: string): Promise<StepTimes[]> {
    const rows = await this.reads.ask<Raw>(
      `SELECT i."processKey" AS "processKey", a."elementId" AS "elementId", MAX(COALESCE(a."definitionId", i."definitionId")) AS "definitionId", COUNT(*) AS "count",
         SUM(CASE WHEN a."endedAt" IS NULL AND i."state" = 'active' THEN 1 ELSE 0 END) AS "open", SUM(${this.reads.seconds('a."startedAt"', `COALESCE(a."endedAt", i."endedAt", :now)`)}) AS "seconds", MIN(a."startedAt") AS "firstAt", MAX(a."startedAt") AS "lastAt"
       FROM case_activities a JOIN case_instances i ON i."id" = a."instanceId" WHERE i."caseId" = :case AND a."type" IN (${DONE}) GROUP BY i."processKey", a."elementId" ORDER BY MIN(a."startedAt"), a."elementId"`,
      { case: caseId, now: this.clock.now().toISOString() },
    );
    return Promise.all(rows.map((row) => this.step(row)));
  }

  private async step({ processKey, elementId, definitionId, count, open, seconds, firstAt, lastAt }: Raw): Promise<StepTimes> {
    const element = await this.facts.element(definitionId, elementId);
    // An engine whose clock was set may end something before it began.
    return { processKey, elementId, name: element?.name || elementId, properties: element?.properties ?? {}, count: Number(count), open: Number(open), seconds: Math.max(0, Math.round(Number(seconds))), firstAt: new Date(firstAt), lastAt: new Date(lastAt) };
  }
}
