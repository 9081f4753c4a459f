import { ExtendBody } from './extension.controller.js';

describe('what an extension may be asked with', () => {
  const given = (until: string) => ExtendBody.safeParse({ caseId: 'k', until, reason: 'Bencana banjir' });

  it('is a moment with an offset', () => {
    expect(given('2026-04-10T23:59:00+07:00').data?.until).toEqual(new Date('2026-04-10T16:59:00Z'));
    expect(given('2026-04-10T16:59:00.000Z').success).toBe(true);
  });

  it.each(['2026-04-10', '2026-04-10T23:59:00', 'besok'])('is not “%s”', (until) => expect(given(until).success).toBe(false));
});
