import type { ShippedList } from '../code-lists/code-list.types.js';
import { BPS } from './bps.js';
import { KEMENDAGRI } from './kemendagri.js';
import { SATUAN } from './satuan.js';
import { URUSAN } from './urusan.js';

/** The lists of codes that come with the application; every form may let people choose from them. */
export const SHIPPED_LISTS: readonly ShippedList[] = [KEMENDAGRI, BPS, URUSAN, SATUAN];
