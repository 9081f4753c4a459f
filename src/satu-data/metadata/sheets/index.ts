import type { MetadataKind } from '../metadata.entity.js';
import { MS_IND } from './ms-ind.sheet.js';
import { MS_KEG } from './ms-keg.sheet.js';
import { MS_VAR } from './ms-var.sheet.js';
import type { Sheet } from './sheet.js';

export const SHEETS: Readonly<Record<MetadataKind, Sheet>> = { activity: MS_KEG, variable: MS_VAR, indicator: MS_IND };
