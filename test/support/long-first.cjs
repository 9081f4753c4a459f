const { default: Sequencer } = require('@jest/test-sequencer');

/** By folder, the longest first. Jest goes by the size of files where it has no times, as in CI: a long spec that comes late would run on alone. */
const LONG = ['/test/faults/kills', '/test/package/', '/test/e2e/', '/test/'];

const rank = (path) => {
  const place = LONG.findIndex((part) => path.includes(part));
  return place < 0 ? LONG.length : place;
};

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rank(a.path) - rank(b.path));
  }
};
