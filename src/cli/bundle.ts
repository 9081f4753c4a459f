import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shippedResources, type Resource } from '../platform/releases/index.js';
import { UsageError } from './command.js';

/** Diagrams, forms and letters of a folder. @throws UsageError where there are none. */
export function readBundle(root: string): Resource[] {
  const folder = resolve(root);
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}. Name the one that holds bpmn/ and forms/: --root <folder>`);
  if (!existsSync(join(folder, 'bpmn')) && !existsSync(join(folder, 'forms'))) throw new UsageError(`${folder} holds neither bpmn/ nor forms/. Name the folder that does: --root <folder>`);
  return shippedResources(folder);
}
