import {
  IconAlertTriangle, IconArchive, IconArrowBackUp, IconBook, IconBuildingBank, IconCalendar, IconChartBar, IconCheck, IconClock, IconClockX, IconDownload, IconEdit, IconEye, IconFile, IconHome, IconInbox,
  IconLayoutGrid, IconList, IconMail, IconMinus, IconPlus, IconSearch, IconSend, IconSettings, IconSignature, IconUser, IconUsers, IconWorld, IconX, type Icon as Glyph,
} from '@tabler/icons-react';
import type { IconName } from 'tertib/screens';

/** The pictures that plugins may name. */
export const ICONS: Readonly<Record<IconName, Glyph>> = {
  alert: IconAlertTriangle, archive: IconArchive, bank: IconBuildingBank, book: IconBook, calendar: IconCalendar, chart: IconChartBar, check: IconCheck, clock: IconClock, cross: IconX,
  download: IconDownload, edit: IconEdit, eye: IconEye, file: IconFile, grid: IconLayoutGrid, home: IconHome, inbox: IconInbox, late: IconClockX, list: IconList, mail: IconMail, minus: IconMinus,
  people: IconUsers, person: IconUser, plus: IconPlus, return: IconArrowBackUp, search: IconSearch, send: IconSend, settings: IconSettings, signature: IconSignature, world: IconWorld,
};

export function Icon({ name, size = 18, className }: { name: IconName; size?: number; className?: string }) {
  const Drawn = ICONS[name];
  return <Drawn size={size} className={className} aria-hidden />;
}
