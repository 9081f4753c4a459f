import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}
declare const axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };

/** What axe finds against WCAG 2.2 AA, however small, as a line each. */
export async function faults(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's CSP lets no foreign one in. Half a megabyte, once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), RULES);
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''}`));
}
