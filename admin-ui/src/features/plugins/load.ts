import type { ComponentType } from 'react';

export type Fault = 'notLoaded' | 'notForHere' | 'notThere';

/** Why the pages of a plugin are not there; `reason` is for whoever wrote them. */
export class PluginFault extends Error {
  constructor(
    readonly fault: Fault,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** The pages of a module, by path. It is asked for once; a browser keeps what it has loaded. */
export async function loadPages(address: string): Promise<Readonly<Record<string, ComponentType>>> {
  const module = (await import(/* @vite-ignore */ address).catch((error: unknown) => {
    throw new PluginFault('notLoaded', String(error));
  })) as { default?: { apiVersion?: unknown; pages?: Record<string, ComponentType> } };
  const { apiVersion, pages } = module.default ?? {};
  if (!pages) throw new PluginFault('notThere', 'The default export must be what defineScreens answers.');
  if (apiVersion !== 1) throw new PluginFault('notForHere', `apiVersion ${String(apiVersion)}; this admin knows version 1.`);
  return pages;
}
