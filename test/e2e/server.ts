import type { Page } from 'playwright-core';

const WAIT = 45_000;

/** Asks the server as the screens do, where a hundred clicks would show nothing new. */
export async function call(page: Page, method: string, path: string, body?: object, tag = ''): Promise<unknown> {
  const { status, answer } = await page.evaluate(async (asked) => {
    const response = await fetch(`/api${asked.path}`, { method: asked.method, headers: { 'X-Tertib': '1', 'Content-Type': 'application/json', ...(asked.tag && { 'If-Match': asked.tag }) }, ...(asked.body && { body: JSON.stringify(asked.body) }) });
    return { status: response.status, answer: await response.text() };
  }, { method, path, body, tag });
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${answer}`);
  return answer === '' ? null : JSON.parse(answer);
}

/** What a draft was when it was read last: without it, nobody may save over another's. */
export const draftTag = async (page: Page, key: string, kind = 'diagrams'): Promise<string> => page.evaluate(async (name) => (await fetch(`/api/drafts/${name}`)).headers.get('etag') ?? '', `${kind}/${key}`);

export async function until(met: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + WAIT;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error('It did not come about');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
