/** So many times as long by the clock as by the processor, and a job ends whatever it waits for. */
const CLOCK = 6;
const SHORTEST_WAIT = 10;

/**
 * Calls `over` once this process has worked for so long since now, which is the most that any one of its threads can have worked. On a machine that has
 * time for it that is as long by the clock for whoever computes without end; on a busy one nobody is accused whose thread hardly had its turn.
 *
 * @returns ends the watch
 */
export function timeLimit(milliseconds: number, over: () => void): () => void {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const look = (): void => {
    const { user, system } = process.cpuUsage(before);
    const left = Math.min(milliseconds - (user + system) / 1_000, CLOCK * milliseconds - (performance.now() - begun));
    if (left <= 0) over();
    else timer = setTimeout(look, Math.max(left, SHORTEST_WAIT));
  };
  let timer = setTimeout(look, milliseconds);
  return () => clearTimeout(timer);
}
