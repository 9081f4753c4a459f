import { findingsIn } from './leader-words.js';

it.each([
  [[], 'Tidak ada temuan.', 'No findings.'],
  [['ERROR'], '1 kesalahan', '1 error'],
  [['WARNING', 'ERROR', 'INFO', 'ERROR'], '2 kesalahan, 1 peringatan, 1 informasi', '2 errors, 1 warning, 1 note'],
] as const)('counts %j as people say it', (levels, id, en) => {
  const findings = levels.map((severity) => ({ severity }));
  expect([findingsIn(findings, 'id'), findingsIn(findings, 'en')]).toEqual([id, en]);
});
