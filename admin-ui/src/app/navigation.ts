import { useQuery } from '@tanstack/react-query';
import { IconBooks, IconGauge, IconHierarchy2, IconInbox, IconLayoutGrid, IconPlayerPlay, IconSettings, type Icon } from '@tabler/icons-react';
import { request, type Procedure } from '../api/index.js';
import { useMenuPages } from '../features/plugins/index.js';
import { useUser } from '../features/session/index.js';
import { useLanguage, useT } from '../shared/i18n/index.js';
import { ICONS } from '../shared/icons.js';
import { rehearsal } from '../shared/place.js';
import { words } from './words.js';

interface Named {
  title: string;
  icon: Icon;
}

export interface Entry extends Named {
  to: string;
}

/** Pages that belong together, behind one word. */
export interface Group extends Named {
  entries: Entry[];
}

/** The menu as this person sees it; the server decides who may do what. */
export function useMenu(): (Entry | Group)[] {
  const t = useT(words);
  const lang = useLanguage();
  const { roles, officeKind } = useUser();
  const admin = roles.includes('admin');
  const looksOn = officeKind !== 'produsen' && officeKind !== 'bps';
  const plugins = useMenuPages();
  const startable = useQuery({ queryKey: ['procedures'], queryFn: () => request<Procedure[]>('/procedures') });
  return [
    { to: '/tasks', title: t.tasks, icon: IconInbox },
    { to: '/cases', title: t.cases, icon: IconHierarchy2 },
    ...(looksOn ? [{ to: '/operate', title: t.operate, icon: IconGauge }] : []),
    ...plugins.flatMap<Entry | Group>(({ title, pages }) => {
      const entries = pages.map((page) => ({ to: page.to, title: page.title[lang], icon: ICONS[page.icon] }));
      return title ? [{ title: title[lang], icon: IconLayoutGrid, entries }] : entries;
    }),
    ...(startable.data?.length ? [{ to: '/start', title: t.start, icon: IconPlayerPlay }] : []),
    // What is rehearsed is changed outside of it.
    ...(admin && !rehearsal ? [{ to: '/procedures', title: t.procedures, icon: IconBooks }, { to: '/settings', title: t.settings, icon: IconSettings }] : []),
  ];
}
