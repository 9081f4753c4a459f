/** What the admin's modules ask a browser for as soon as they are loaded. Imported before them. */
Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => undefined }, document: { documentElement: {} } });
