import { ASPECTS, DIFFERENCES, DOMAINS, INDICATORS as OFFICIAL } from '../../../test/fixtures/official-epss.js';
import { EPSS, INDICATORS } from './epss.js';

const named = (all: readonly { readonly code: string; readonly title: string }[]) => all.map(({ code, title }) => [code, title]);

describe('the evaluation’s codes and titles', () => {
  it('are those of the worksheet', () => {
    expect(named(EPSS)).toEqual(DOMAINS);
    expect(named(EPSS.flatMap(({ aspects }) => aspects))).toEqual(ASPECTS);
    expect(named(INDICATORS)).toEqual(OFFICIAL);
  });

  it('are what most copies have where they differ', () => {
    for (const { code, by, other, otherBy } of DIFFERENCES) expect([by.length > otherBy.length, INDICATORS.find((one) => one.code === code)?.title === other]).toEqual([true, false]);
  });
});
