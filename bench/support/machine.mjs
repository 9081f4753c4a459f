import { cpus, loadavg, totalmem } from 'node:os';

/**
 * What the figures hold for, in one line. Printed before and after: the load tells how much else was going on.
 *
 * @param {import('../../src/launcher/prerequisites.mjs').Jdk} jdk
 */
export function describeMachine(jdk) {
  const load = loadavg().map((value) => value.toFixed(1));
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 16)}Z · Node ${process.versions.node} · JDK ${jdk.version} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'} · ${memory} GB · load ${load.join(' ')}`;
}
