import { Problem } from '../../../sdk/index.js';
import { StageSlot } from '../stage-slot.js';
import { RehearsalProblem } from '../rehearsals.problems.js';
import { KeptRuns } from './kept-runs.service.js';

const test = { id: 'k1', name: 'Cuti disetujui', script: { startsAt: '2026-01-01T00:00:00.000Z', acts: [{}], steps: [], files: [], ending: { cases: [], tasks: [], incidents: 0 } } };

/** Runs whose stage cannot be opened, for this reason. */
async function runs(reason: Error): Promise<KeptRuns> {
  const slot = new StageSlot();
  const made = new KeptRuns(
    { all: async () => [test], waiting: async () => [test] } as never,
    { makeRoom: async () => undefined } as never,
    { sound: async () => [] } as never,
    { open: async () => Promise.reject(reason) } as never,
    slot,
    {} as never,
    { required: () => ({ id: 'u1', name: 'Siti' }) } as never,
    { write: async () => undefined } as never,
  );
  await made.begin();
  while (made.state) await new Promise((go) => setTimeout(go, 5));
  // Somebody else may use the place again.
  slot.take('Budi');
  return made;
}

describe('kept tests whose place cannot be set up', () => {
  it('say so in both languages, and keep the reason for the log', async () => {
    const { broken } = await runs(new Error('listen EADDRINUSE'));
    expect(broken?.id).toContain('Tempat uji coba tidak dapat disiapkan');
    expect(broken?.en).toContain('ask whoever runs the server');
    expect(JSON.stringify(broken)).not.toContain('EADDRINUSE');
  });

  it('tell a reason that is meant for people', async () => {
    const problem: Problem = RehearsalProblem.nobody('siti');
    expect((await runs(problem)).broken).toEqual(problem.text);
  });
});
