import { DATASET_STATES, INITIAL_STATE, nextStates, type DatasetState } from './dataset.states.js';

const states = Object.keys(DATASET_STATES) as DatasetState[];

const reachableFrom = (start: DatasetState): Set<DatasetState> => {
  const seen = new Set([start]);
  for (const state of seen) nextStates(state).forEach((next) => seen.add(next));
  return seen;
};

describe('the states of a data set, as a graph', () => {
  it('leads only to states that exist', () => {
    expect(states.flatMap((state) => nextStates(state)).filter((next) => !states.includes(next))).toEqual([]);
  });

  it('reaches every state from the first', () => {
    expect(states.filter((state) => !reachableFrom(INITIAL_STATE).has(state))).toEqual([]);
  });

  it('has a way to an end from every state', () => {
    const ends = states.filter((state) => nextStates(state).length === 0);
    expect(ends).toEqual(['archived', 'cancelled']);
    expect(states.filter((state) => !ends.some((end) => reachableFrom(state).has(end)))).toEqual([]);
  });

  it('lets nothing incomplete into analysis (W1) and nothing late onto the portal (W2)', () => {
    expect(states.filter((state) => nextStates(state).includes('analysed')).sort()).toEqual(['analysed', 'complete', 'sent_to_bps']);
    expect(nextStates('late')).not.toContain('delivered');
    expect(states.filter((state) => nextStates(state).includes('published'))).toEqual(['scheduled']);
  });
});
