import { useMemo } from 'react';
import { useLanguage } from '../../../shared/i18n/index.js';
import { useRoles } from '../../session/index.js';
import { useCodeLists, useTableSources } from '../calls.js';
import { listsOf, type SettingLists } from './lists.js';

/** Nothing until they are known: the builder makes its dialogs once. */
export function useSettingLists(form: string): SettingLists | undefined {
  const lang = useLanguage();
  const roles = useRoles();
  const { data: codes } = useCodeLists();
  const { data: tables } = useTableSources();
  // A table cannot come from the form that it stands in.
  return useMemo(() => codes && tables && listsOf(roles, codes, tables.filter(({ source }) => !source.startsWith(`${form}.`)), lang), [roles, codes, tables, form, lang]);
}
