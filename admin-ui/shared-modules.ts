import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const PREFIX = 'virtual:shared/';

/** A CommonJS package as an ES module with all its names: plugins write `import { useState } from 'react'`. */
const namesOf = (specifier: string): string => {
  const names = Object.keys(require(specifier) as object).filter((name) => name !== 'default' && /^[A-Za-z]\w*$/.test(name));
  return `import all from '${specifier}';\nexport default all;\nexport const { ${names.join(', ')} } = all;\n`;
};

/** By the name that plugins import: what the admin itself runs on, so that there is one of each. */
const SHARED: Readonly<Record<string, () => string>> = {
  react: () => namesOf('react'),
  'react/jsx-runtime': () => namesOf('react/jsx-runtime'),
  'react-dom': () => namesOf('react-dom'),
  '@tanstack/react-query': () => `export * from '@tanstack/react-query';`,
  'tertib/screens': () => `export * from '/src/host/screens.ts';`,
};

/** Lets plugins, which are loaded at run time, import the admin's own modules: by an import map, whose text the page's CSP names. */
export function sharedModules(): Plugin {
  let base = '/';
  let building = false;
  return {
    name: 'modules that plugins share',
    configResolved({ command, base: served }) {
      base = served;
      building = command === 'build';
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load: (id) => (id.startsWith(`\0${PREFIX}`) ? (SHARED[id.slice(PREFIX.length + 1)]?.() ?? null) : null),
    buildStart() {
      if (!building) return;
      for (const name of Object.keys(SHARED)) this.emitFile({ type: 'chunk', id: PREFIX + name, name: `shared-${name.replaceAll(/\W+/g, '-')}`, preserveSignature: 'strict' });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle }) => {
        const built = new Map(Object.values(bundle ?? {}).flatMap((one) => (one.type === 'chunk' && one.facadeModuleId ? [[one.facadeModuleId, one.fileName] as const] : [])));
        const address = (name: string): string => (bundle ? `${base}${built.get(`\0${PREFIX}${name}`)}` : `${base}@id/__x00__${PREFIX}${name}`);
        const imports = Object.fromEntries(Object.keys(SHARED).map((name) => [name, address(name)]));
        return [{ tag: 'script', attrs: { type: 'importmap' }, children: JSON.stringify({ imports }), injectTo: 'head-prepend' }];
      },
    },
  };
}
