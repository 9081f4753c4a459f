import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SatuData } from './satu-data/index.js';
import { catalogueOf, handlerReference } from './sdk/index.js';

/** Writes the reference of the handlers to the file named as argument, from their declarations alone: nothing is started. */
const target = process.argv[2] ?? 'handlers.md';
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, handlerReference(catalogueOf([SatuData])));
