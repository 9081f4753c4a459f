import type { Audience, Provenance, ProvenanceStep } from './provenance.types.js';

/** Steps without persons, and without what these readers are not told. */
export function withoutPersons(steps: readonly ProvenanceStep[], audiences: readonly Audience[]): ProvenanceStep[] {
  return steps.map(({ facts, by, ...step }) => ({
    ...step,
    by: by && { ...by, name: null },
    facts: facts.filter(({ audience }) => audiences.includes(audience)).map(({ label, value, audience }) => ({ label, value, audience })),
  }));
}

/**
 * As much of it as anybody may read: roles and offices, never persons.
 *
 * @param hides - whether cells of the table are protected. Then the file's fingerprint stays out, for whoever tries out values for a hidden cell would see which one fits; so do the
 * office's own rules, which are equations about the cells, and words that somebody wrote about findings.
 */
export const publicProvenance = (provenance: Provenance, hides: boolean): Provenance => ({ ...provenance, steps: withoutPersons(provenance.steps, hides ? ['everybody'] : ['everybody', 'unprotected']) });
