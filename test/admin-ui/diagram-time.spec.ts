import '../support/screen-globals.js';
import { kindOf, readSpans } from '../../admin-ui/src/features/editors/diagram/time.js';
import { timeSentence } from '../../admin-ui/src/features/editors/diagram/timeSentence.js';

const FIELDS = [{ name: 'batasWaktu', label: 'Batas waktu' }];

describe('a timer in words', () => {
  it.each([
    ['${batasWaktu}', '7', 'before', '7 hari kerja sebelum “Batas waktu”.', '7 working days before “Batas waktu”.'],
    ['${batasWaktu}', '1', 'before', '1 hari kerja sebelum “Batas waktu”.', '1 working day before “Batas waktu”.'],
    ['${lain}', '', 'variable', 'Pada “lain”.', 'At “lain”.'],
    ['P5D', '5', 'working', '5 hari kerja sejak langkah ini dicapai.', '5 working days after this step is reached.'],
    ['P1DT2H', '', 'written', '1 hari 2 jam sejak langkah ini dicapai.', '1 day 2 hours after this step is reached.'],
    ['P2W', '', 'wait', '2 minggu sejak langkah ini dicapai.', '2 weeks after this step is reached.'],
    ['R3/PT1H', '', 'written', 'Setiap 1 jam, 3 kali.', 'Every 1 hour, 3 times.'],
    ['R/P1D', '', 'written', 'Setiap 1 hari.', 'Every 1 day.'],
  ])('%s with “%s” is %s', (body, days, kind, id, en) => {
    expect([kindOf(body, days), timeSentence('id', body, days, FIELDS), timeSentence('en', body, days, FIELDS)]).toEqual([kind, id, en]);
  });

  it.each(['3 hari', 'P', 'PT', 'R/besok', '0 0 8 * * ?'])('“%s” is kept as it is written, and says nothing', (body) => {
    expect([kindOf(body), readSpans(body), timeSentence('id', body, '', FIELDS)]).toEqual(['written', null, null]);
  });
});
