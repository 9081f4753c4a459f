#!/usr/bin/env node
import 'reflect-metadata';
import { check } from './commands/check.js';
import { typegen } from './commands/typegen.js';
import { run } from './run.js';

const output = {
  out: (text: string) => process.stdout.write(`${text}\n`),
  error: (text: string) => process.stderr.write(`${text}\n`),
};

process.exitCode = await run({ check, typegen }, process.argv.slice(2), output);
