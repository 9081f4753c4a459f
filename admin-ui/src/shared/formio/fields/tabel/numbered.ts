import type { CheckAnswer, Finding } from '../../../../api/index.js';

/** What the server said, and whether it was asked about a file or about rows that were typed. */
export type Answer = CheckAnswer & { readonly ofFile: boolean };

interface Numbered {
  /** What the rows that are shown are called; their order, where there is nothing. */
  readonly rowNumbers: number[] | undefined;
  readonly findings: Finding[];
}

/** Rows of a file are called as in the file. Those that are typed are called by their order, blank ones too, which the server leaves out of its answer. */
export function numbered(typed: boolean, answer: Answer | undefined): Numbered {
  if (!answer) return { rowNumbers: undefined, findings: [] };
  const { findings, rowNumbers, ofFile } = answer;
  if (!typed) return { rowNumbers, findings };
  return { rowNumbers: undefined, findings: ofFile ? moved(findings, rowNumbers) : findings };
}

/** Who begins to correct the rows of a file has, until the next answer, what was found in the file: each row where it stands now. */
function moved(findings: readonly Finding[], rowNumbers: readonly number[]): Finding[] {
  const places = new Map(rowNumbers.map((number, index) => [number, index + 1]));
  return findings.map((finding) => (finding.row === null ? finding : { ...finding, row: places.get(finding.row) ?? null, cell: null }));
}
