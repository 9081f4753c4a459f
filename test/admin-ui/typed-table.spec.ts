import type { Finding } from '../../admin-ui/src/api/index.js';
import { numbered, type Answer } from '../../admin-ui/src/shared/formio/fields/tabel/numbered.js';

const finding = (row: number | null, cell: string | null): Finding => ({ rule: 'type', severity: 'ERROR', row, column: row === null ? null : 'jumlah', cell, message: { id: 'x', en: 'x' } });
const answer = (more: Partial<Answer>): Answer => ({ findings: [], rows: [], rowNumbers: [], rowCount: 0, titles: {}, background: null, ofFile: false, ...more });

describe('rows of a table that is typed', () => {
  it('are called by their order, blank ones too, as what was found in them is', () => {
    const found = [finding(3, null)];
    // Row 2 is blank, and the server answers without it.
    expect(numbered(true, answer({ rowNumbers: [1, 3, 4, 5], findings: found }))).toEqual({ rowNumbers: undefined, findings: found });
  });

  it('have what was found in their file where they stand now, until the next answer', () => {
    const { rowNumbers, findings } = numbered(true, answer({ ofFile: true, rowNumbers: [2, 4], findings: [finding(null, null), finding(4, 'C4')] }));
    expect([rowNumbers, findings.map(({ row, cell }) => [row, cell])]).toEqual([undefined, [[null, null], [2, null]]]);
  });

  it('are called as in the file where they are a file’s', () => {
    expect(numbered(false, answer({ ofFile: true, rowNumbers: [2, 4], findings: [finding(4, 'C4')] }))).toEqual({ rowNumbers: [2, 4], findings: [finding(4, 'C4')] });
    expect(numbered(false, undefined)).toEqual({ rowNumbers: undefined, findings: [] });
  });
});
