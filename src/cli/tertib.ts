#!/usr/bin/env node
import 'reflect-metadata';
import { COMMANDS } from './commands/index.js';
import { run } from './run.js';

const output = {
  out: (text: string) => process.stdout.write(`${text}\n`),
  error: (text: string) => process.stderr.write(`${text}\n`),
};

process.exitCode = await run(COMMANDS, process.argv.slice(2), output);
