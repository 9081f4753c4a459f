import { useQuery } from '@tanstack/react-query';
import { generatePath } from 'react-router';
import { request, type PluginScreens, type ScreenPage } from '../../api/index.js';

/** Pages that plugins add, as far as the person may see them. */
export const useScreens = () => useQuery({ queryKey: ['screens'], staleTime: Infinity, queryFn: () => request<PluginScreens[]>('/screens') });

/** A page with its address. */
export interface Place extends ScreenPage {
  to: string;
}

const placesOf = ({ plugin, pages }: PluginScreens, from: ScreenPage['from']): Place[] => pages.filter((page) => page.from === from).map((page) => ({ ...page, to: `/${plugin}/${page.path}` }));

export function useMenuPages(): Place[] {
  return useScreens().data?.flatMap((screens) => placesOf(screens, 'menu')) ?? [];
}

/** What is offered for a case of this procedure. */
export function useCasePages(procedureKey: string | undefined, caseId: string): Place[] {
  const own = useScreens().data?.filter(({ procedures }) => procedureKey !== undefined && procedures.includes(procedureKey)) ?? [];
  return own.flatMap((screens) => placesOf(screens, 'case')).map((page) => ({ ...page, to: generatePath(page.to, { caseId }) }));
}
