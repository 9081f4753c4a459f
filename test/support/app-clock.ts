/** Lets the time of a product under test go on from `now`. Sessions may end by that. */
export async function moveAppClock(url: string, now: Date): Promise<void> {
  const answer = await fetch(`${url}/api/test/clock`, { method: 'PUT', headers: { 'content-type': 'application/json', 'x-tertib': '1', origin: url }, body: JSON.stringify({ now }) });
  if (!answer.ok) throw new Error(`The app's clock cannot be set: ${answer.status} ${await answer.text()}`);
}
