import type { z } from 'zod';
import type { PreviewSchema } from './migration.schemas.js';
import { nameOf } from './judgement/plan.js';
import { goes, type Judged } from './preview.service.js';

/** A judgement as the API tells it. */
export function previewView({ from, to, verdicts, steps, lossHash }: Judged): z.infer<typeof PreviewSchema> {
  const cases = verdicts.map(({ caseId, title, tokens, moves, refusals, losses, staying }) => {
    const planOf = new Map(moves.map(({ plan }) => [plan.from.summary.key, plan]));
    const names = tokens.flatMap((token) => {
      const plan = planOf.get(token.processKey);
      return plan ? [{ from: nameOf(plan.from, token.from), to: token.to === null ? null : nameOf(plan.to, token.to) }] : [];
    });
    return { caseId, title, steps: names, refusals: refusals.map(({ text, passing }) => ({ text, passing })), losses: losses.map(({ text }) => text), staying: [...staying] };
  });
  return { fromVersion: from.version, toVersion: to.version, going: verdicts.filter(goes).length, steps: steps.map((step) => ({ ...step, choices: [...step.choices] })), cases, lossHash };
}
