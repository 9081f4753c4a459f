import { existsSync, readFileSync } from 'node:fs';
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

/** Ticks of a process's clock in a second, on every Linux. */
const TICKS = 100;

/**
 * The processor time that another process has used, in ms; not a number where the system has no `/proc`.
 *
 * @param {number} pid
 * @returns {number}
 */
export function cpuOf(pid) {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  // The name, in brackets, may itself contain spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1_000;
}
