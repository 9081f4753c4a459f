import type { CodeList } from 'tertib';
import { KEMENDAGRI } from './kemendagri.js';
import { SATUAN } from './satuan.js';
import { URUSAN } from './urusan.js';

/** The lists of codes that come with the application; every form may let people choose from them. */
export const SHIPPED_LISTS: readonly CodeList[] = [KEMENDAGRI, URUSAN, SATUAN];
