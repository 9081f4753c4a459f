import { findingsIn } from './found-words.js';

it.each([
  [[], 'tidak ada temuan', 'no findings'],
  [[['ERROR']], '1 kesalahan', '1 error'],
  [[['WARNING'], ['ERROR'], ['INFO'], ['ERROR']], '2 kesalahan, 1 peringatan, 1 informasi', '2 errors, 1 warning, 1 note'],
  // As many as a sentence counts beside those that are named.
  [[['WARNING', 49_800], ['WARNING'], ['WARNING', 1]], '49.802 peringatan', '49,802 warnings'],
] as const)('counts %j as people say it', (found, id, en) => {
  const findings = found.map(([severity, times]) => ({ severity, ...(times !== undefined && { times }) }));
  expect([findingsIn(findings, 'id'), findingsIn(findings, 'en')]).toEqual([id, en]);
});
