import * as host from './screens.js';
import type { ScreenIcon } from '../api/index.js';
import type { IconName } from 'tertib/screens';

/** Not run: ends the build where the admin does not give plugins what `screens/index.d.ts` promises them. */
export const contract: typeof import('tertib/screens') = host;
export const icons: Record<IconName, ScreenIcon> & Record<ScreenIcon, IconName> = {} as Record<IconName & ScreenIcon, IconName & ScreenIcon>;
