import { ddpCodeOf, isListed } from './ddp-code.js';

describe('the ID of a data set on the central list', () => {
  it.each(['-', '–', '—', '--', '…', ' ', '', 'tidak ada', 'Tidak Ada', 'tidak termasuk', 'Bukan DDP', 'bukan data prioritas', 'belum ada', 'non-prioritas', 'Nihil', 'N/A', 'none', '0'])('is none where somebody writes “%s”', (typed) => {
    expect([isListed(typed), ddpCodeOf(typed)]).toEqual([false, '-']);
  });

  it.each(['DDP-01', '1.2.3', '04', 'Tidak-12', 'NA-7', 'non 3'])('is kept as it was typed: %s', (typed) => expect([isListed(typed), ddpCodeOf(` ${typed} `)]).toEqual([true, typed]));

  it('is none where nothing was written', () => expect([ddpCodeOf(null), ddpCodeOf(undefined)]).toEqual(['-', '-']));
});
