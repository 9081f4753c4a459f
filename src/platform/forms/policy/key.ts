const KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Names that every object has already. */
export const RESERVED: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']);

/** Whether a component may have this property name. */
export const isFitKey = (key: string): boolean => KEY.test(key) && !RESERVED.has(key);
