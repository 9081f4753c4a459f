import { IconBooks, IconHierarchy2, IconInbox, IconLayoutGrid, IconPlayerPlay, IconSettings, type Icon } from '@tabler/icons-react';
import type { CurrentUser } from '../api/index.js';

interface Entry {
  to: string;
  word: 'tasks' | 'cases' | 'start' | 'board' | 'procedures' | 'settings';
  icon: Icon;
  /** Who sees it; the server decides who may use it. */
  roles?: string[];
}

const ENTRIES: Entry[] = [
  { to: '/tasks', word: 'tasks', icon: IconInbox },
  { to: '/cases', word: 'cases', icon: IconHierarchy2 },
  { to: '/board', word: 'board', icon: IconLayoutGrid, roles: ['kasi', 'kabid', 'kadis', 'staf', 'admin'] },
  { to: '/start', word: 'start', icon: IconPlayerPlay, roles: ['kadis', 'admin'] },
  { to: '/procedures', word: 'procedures', icon: IconBooks, roles: ['admin'] },
  { to: '/settings', word: 'settings', icon: IconSettings, roles: ['admin'] },
];

export const entriesFor = (user: CurrentUser): Entry[] =>
  ENTRIES.filter(({ roles }) => !roles || roles.some((role) => user.roles.includes(role)));
