import { jsonDanger } from './plain-json.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('JSON from outside', () => {
  it('is plain when it is as deep as ours is', () => {
    expect([nested(30), { data: { dataset: [{ tabel: { rows: [{ a: '1' }] } }] } }, 'x', 1, null, undefined].map(jsonDanger)).toEqual(Array(6).fill(null));
  });

  it('is dangerous when it is deeper, however deep', () => {
    expect([nested(50), nested(100_000)].map(jsonDanger)).toEqual(['depth', 'depth']);
  });

  it('is dangerous with __proto__ at any place', () => {
    expect(jsonDanger(JSON.parse('{"data":[{"x":{"__proto__":{"roles":["admin"]}}}]}'))).toBe('name');
  });
});
