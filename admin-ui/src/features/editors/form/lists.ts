import type { CodeList, TableSource } from '../../../api/index.js';
import { tableWords } from './caseTable/words.js';
import type { Setting } from './settings.js';

interface Option {
  value: string;
  label: string;
}

/** What the settings of our own fields are chosen from, in the language of the screen. */
export interface SettingLists {
  roles: Option[];
  schemes: Option[];
  levels: Option[];
  tables: TableSource[];
}

export function listsOf(roles: { key: string; name: Record<'id' | 'en', string> }[], codes: CodeList[], tables: TableSource[], lang: 'id' | 'en'): SettingLists {
  const levels = codes.flatMap((list) => list.levels.map(({ key, title }) => ({ value: key, label: codes.length > 1 ? `${title[lang]} (${list.title[lang]})` : title[lang] })));
  return {
    roles: roles.map(({ key, name }) => ({ value: key, label: name[lang] })),
    schemes: codes.map(({ scheme, title }) => ({ value: scheme, label: title[lang] })),
    tables,
    levels: [...new Map(levels.map((level) => [level.value, level])).values()],
  };
}

const select = (key: string, label: string, values: Option[], weight: number, more: object = {}): Setting => ({ type: 'select', widget: 'html5', key, label, dataSrc: 'values', data: { values }, input: true, weight, ...more });

/** Settings of our own fields that are chosen from lists which only the server knows. */
export const LISTED: Readonly<Record<string, (lists: SettingLists, language: 'id' | 'en') => Setting[]>> = {
  tabelKasus: ({ tables }, language) => [{ type: 'barisDanKolom', key: 'table', label: tableWords[language].title, sources: tables, input: true, weight: 1.5 }],
  pilihOrang: ({ roles }) => [{ type: 'selectboxes', key: 'roles', label: 'Roles to choose from', description: 'None ticked: all', values: roles, input: true, weight: 1.5 }],
  pilihKode: ({ schemes, levels }) => [
    select('scheme', 'List of codes', schemes, 1.2, { validate: { required: true } }),
    select('level', 'Level', levels, 1.3, { placeholder: 'All levels' }),
    { type: 'textfield', key: 'within', label: 'Within the code', description: 'For example 15 for all that lies in the province 15; empty for all', input: true, weight: 1.4 },
  ],
};
