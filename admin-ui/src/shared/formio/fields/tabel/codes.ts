import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request, type CodeOffers, type MeantCodes } from '../../../../api/index.js';
import { useSettled } from '../useSettled.js';
import { withWords } from './offers.js';

const at = (datasetId: string, column: string): string => `/satu-data/datasets/${datasetId}/columns/${encodeURIComponent(column)}/codes`;
/** Whoever changes a list has these asked anew. */
const KEY = 'code-lists';
const FRESH_MS = 60_000;
/** Nothing in a list of codes is called by more letters, and the server is asked for no more. */
const LONGEST = 300;

const pagesOf = (datasetId: string, column: string, text: string, enabled: boolean) => infiniteQueryOptions({
  queryKey: [KEY, 'offers', datasetId, column, text],
  enabled,
  staleTime: FRESH_MS,
  placeholderData: keepPreviousData,
  initialPageParam: 0,
  queryFn: ({ pageParam, signal }) => request<CodeOffers>(at(datasetId, column), { query: { text, offset: pageParam }, signal }),
  getNextPageParam: ({ more }, pages) => (more ? pages.reduce((sum, { items }) => sum + items.length, 0) : undefined),
});

/** The codes that a cell takes, by what was typed. A list that is whole with its first page is looked through here; of a longer one the server is asked, and until it answers (`current`) those of the text before are shown. */
export function useOffers(datasetId: string, column: string, typed: string, open: boolean) {
  const text = useSettled(typed).trim().slice(0, LONGEST);
  const first = useInfiniteQuery(pagesOf(datasetId, column, '', open));
  const long = first.hasNextPage;
  const found = useInfiniteQuery(pagesOf(datasetId, column, text, open && long && text !== ''));
  const pages = long && text !== '' ? found : first;
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const current = !long || (text === typed.trim().slice(0, LONGEST) && !pages.isPlaceholderData);
  return { pages, current, items: long ? items : withWords(items, typed) };
}

/** The code that each of these texts can only mean; longer ones than any name mean none, and the check says so in their cells. */
export async function meantCodes(datasetId: string, column: string, written: readonly string[]): Promise<MeantCodes['codes']> {
  const texts = written.filter(({ length }) => length <= LONGEST);
  return texts.length > 0 ? (await request<MeantCodes>(`${at(datasetId, column)}/meant`, { method: 'POST', body: { texts } })).codes : {};
}
