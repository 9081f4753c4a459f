import '../support/screen-globals.js';
import { plain } from '../../admin-ui/src/features/editors/diagram/simulationWords.js';

it.each([
  ['Play/Pause Simulation', 'Jalankan atau jeda', 'Play or pause'],
  [' Trigger Event ', 'Mulai dari sini', 'Start here'],
  ['Set animation speed = Slow', 'Pelan', 'Slowly'],
  ['1. Menugaskan Kabid', '1. Menugaskan Kabid', '1. Menugaskan Kabid'],
])('the simulation says %s in plain words', (text, id, en) => {
  expect([plain(text, 'id'), plain(text, 'en')]).toEqual([id, en]);
});
