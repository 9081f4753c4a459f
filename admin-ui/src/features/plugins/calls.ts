import { useQuery } from '@tanstack/react-query';
import { generatePath } from 'react-router';
import { request, type PluginScreens, type StepProperties, type ScreenPage, type TaskDetail } from '../../api/index.js';

/** Pages that plugins add, as far as the person may see them. */
export const useScreens = () => useQuery({ queryKey: ['screens'], staleTime: Infinity, queryFn: () => request<PluginScreens[]>('/screens') });

/** What applications want to know of the steps of diagrams. */
export const useStepProperties = () => useQuery({ queryKey: ['step-properties'], staleTime: Infinity, queryFn: () => request<StepProperties>('/step-properties') });

/** A page with its address. */
export interface Place extends ScreenPage {
  to: string;
}

const placesOf = ({ plugin, pages }: PluginScreens, from: ScreenPage['from']): Place[] => pages.filter((page) => page.from === from).map((page) => ({ ...page, to: `/${plugin}/${page.path}` }));

/** From so many on, pages of one plugin stand under its name. */
const GROUPED_FROM = 4;

/** The pages of each plugin that are in the menu; with a title where they are many. */
export function useMenuPages(): { title: PluginScreens['title']; pages: Place[] }[] {
  return useScreens().data?.map((screens) => {
    const pages = placesOf(screens, 'menu');
    return { title: pages.length < GROUPED_FROM ? null : screens.title, pages };
  }) ?? [];
}

/** What is offered for a case of this procedure. */
const own = (all: PluginScreens[] | undefined, procedureKey: string | undefined) => all?.filter(({ procedures }) => procedureKey !== undefined && procedures.includes(procedureKey)) ?? [];

/** What is offered above a task's form. The page finds its way back by the task. */
export function useTaskPages({ procedureKey, formKey, caseId, id }: Pick<TaskDetail, 'procedureKey' | 'formKey' | 'caseId' | 'id'>): Place[] {
  const places = own(useScreens().data, procedureKey).flatMap(({ plugin, pages }) => pages.map((page) => ({ ...page, to: `/${plugin}/${page.path}` })));
  return places.filter(({ forms }) => formKey !== null && forms.includes(formKey)).map((page) => ({ ...page, to: `${generatePath(page.to, { caseId })}?task=${id}` }));
}

export function useCasePages(procedureKey: string | undefined, caseId: string): Place[] {
  return own(useScreens().data, procedureKey).flatMap((screens) => placesOf(screens, 'case')).map((page) => ({ ...page, to: generatePath(page.to, { caseId }) }));
}
