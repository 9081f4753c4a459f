import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { FormComponent } from '../../../../api/index.js';
import { useLanguage } from '../../../i18n/index.js';
import type { FormContext } from '../../base.js';
import { useSettled } from '../useSettled.js';
import { askChoices } from './choices.js';

const limitsOf = ({ key, roles, anyOffice, officeKinds, scheme, level, within }: FormComponent): unknown => [key, roles, anyOffice, officeKinds, scheme, level, within];

/** Pages of what may be chosen by what was typed. */
export function useChoices(context: FormContext, component: FormComponent, typed: string, open: boolean) {
  const text = useSettled(typed);
  return useInfiniteQuery({
    queryKey: ['choices', context.taskId, context.procedureKey, context.page, limitsOf(component), useLanguage(), text],
    enabled: open,
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => askChoices(context, component, { text, offset: pageParam }),
    getNextPageParam: ({ more }, pages) => (more ? pages.reduce((sum, { items }) => sum + items.length, 0) : undefined),
  });
}

/** What the chosen one is called; nothing for one that the server does not name here. */
export function useChosen(context: FormContext, component: FormComponent, value: string | undefined) {
  return useQuery({
    queryKey: ['chosen', context.taskId, context.procedureKey, context.page, limitsOf(component), useLanguage(), value],
    enabled: Boolean(value),
    queryFn: async () => (await askChoices(context, component, { value: value ?? '' })).items[0] ?? null,
  });
}
