const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/** Writes down which suites failed, a line each: its project and its file. For `npm test`, which gives a few of them a second run. */
module.exports = class FailedSuites {
  constructor(_, { file }) {
    this.file = file;
    this.failed = [];
  }

  /** The project is that of the test: of a suite that died before its first one the result does not say it. */
  onTestResult({ path, context }, { numFailingTests, testExecError }) {
    if (numFailingTests > 0 || testExecError) this.failed.push(`${context.config.displayName?.name}\t${path}\n`);
  }

  onRunComplete() {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, this.failed.join(''));
  }
};
