const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/** Writes down which suites failed, a line each: its project and its file. For `npm test`, which gives a few of them a second run. */
module.exports = class FailedSuites {
  constructor(_, { file }) {
    this.file = file;
  }

  onRunComplete(_, { testResults }) {
    const failed = testResults.filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError);
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, failed.map(({ displayName, testFilePath }) => `${displayName?.name}\t${testFilePath}\n`).join(''));
  }
};
