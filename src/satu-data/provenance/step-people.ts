import type { Office, OfficeKind, SubmissionRecord, Text } from 'tertib';
import { roles } from '../access/roles.js';
import type { ProvenanceActor, ProvenanceFact, ProvenanceStep } from './provenance.types.js';
import { STEP_TITLES, type StepKey } from './step-titles.js';

/** What roles and offices are called. */
export class StepPeople {
  constructor(
    private readonly roleNames: ReadonlyMap<string, Text>,
    private readonly producer: string,
    private readonly offices: Readonly<Record<Exclude<OfficeKind, 'produsen'>, Office | undefined>>,
  ) {}

  actor(role: string | null, name: string | null): ProvenanceActor {
    return { role: this.roleNames.get(role ?? '') ?? null, office: this.officeOf(role), name };
  }

  /** A step that a form did; where none is recorded, it says so by having no time. */
  step(key: StepKey, submission: SubmissionRecord | null | undefined, facts: readonly ProvenanceFact[]): ProvenanceStep {
    return { step: key.replace('v', ''), title: STEP_TITLES[key], at: submission?.at.toISOString() ?? null, by: submission ? this.actor(submission.role, submission.userName) : null, facts };
  }

  /** Roles of no other office are the data office's. */
  private officeOf(role: string | null): string | null {
    const kind = roles[role ?? '']?.offices?.[0] ?? 'walidata';
    return kind === 'produsen' ? this.producer : (this.offices[kind as Exclude<OfficeKind, 'produsen'>]?.name ?? null);
  }
}
