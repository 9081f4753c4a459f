/**
 * @typedef {object} Look
 * @property {string} what
 * @property {any} who
 * @property {string} path
 * @property {boolean} [file]
 */

/**
 * What people open while a period is under way.
 *
 * @param {import('./world.mjs').World} world
 * @returns {Promise<Look[]>}
 */
export async function looks({ caseId, officials, operator, leader }) {
  const [, , kasi, staf, bps] = officials;
  const { items: [room] } = await operator.get(`/api/satu-data/requests?caseId=${caseId}`);
  const { items: [row] } = await staf.get(`/api/satu-data/data-list/${caseId}/rows?limit=1`);
  const { datasets: [dataset] } = await operator.get(`/api/satu-data/requests/${room.id}`);
  await operator.post(`/api/satu-data/requests/${room.id}/questions/${dataset.id}`, { text: 'Apakah penduduk sementara ikut dihitung?' });
  const [task] = await operator.tasks();
  const [validation] = await leader.tasks();
  const list = `/api/satu-data/data-list/${caseId}`;
  const board = `/api/satu-data/board/${caseId}`;
  return [
    { what: 'producer: inbox', who: operator, path: '/api/tasks?scope=role' },
    { what: 'producer: room', who: operator, path: `/api/satu-data/requests/${room.id}` },
    { what: 'producer: form', who: operator, path: `/api/tasks/${task.id}` },
    { what: 'producer: thread', who: operator, path: `/api/satu-data/requests/${room.id}/questions/${dataset.id}` },
    { what: 'producer: template', who: operator, path: `/api/satu-data/datasets/${dataset.id}/template.xlsx` },
    { what: 'producer: case', who: operator, path: `/api/cases/${caseId}` },
    { what: 'leader: form', who: leader, path: `/api/tasks/${validation.id}` },
    { what: 'staff: inbox', who: kasi, path: '/api/tasks?scope=all' },
    { what: 'staff: rooms', who: kasi, path: `/api/satu-data/requests?caseId=${caseId}` },
    { what: 'staff: rooms, found', who: kasi, path: `/api/satu-data/requests?caseId=${caseId}&q=produsen 7` },
    { what: 'staff: questions', who: kasi, path: '/api/satu-data/questions' },
    { what: 'staff: leader links', who: kasi, path: '/api/satu-data/leader-links' },
    { what: 'staff: board', who: kasi, path: board },
    { what: 'staff: board summary', who: kasi, path: `${board}/summary` },
    { what: 'staff: open requests', who: kasi, path: `${board}/open-requests` },
    { what: 'staff: data list', who: staf, path: list },
    { what: 'staff: rows of the list', who: staf, path: `${list}/rows` },
    { what: 'staff: a row', who: staf, path: `${list}/rows/${row.id}` },
    { what: 'staff: duplicates', who: staf, path: `${list}/duplicates` },
    { what: 'staff: comparison', who: staf, path: `${list}/comparison` },
    { what: 'staff: case', who: kasi, path: `/api/cases/${caseId}` },
    { what: 'staff: timeline', who: kasi, path: `/api/cases/${caseId}/timeline` },
    { what: 'staff: forms sent', who: kasi, path: `/api/cases/${caseId}/submissions` },
    { what: 'staff: letters', who: kasi, path: `/api/cases/${caseId}/letters` },
    { what: 'staff: tokens', who: kasi, path: `/api/cases/${caseId}/tokens` },
    { what: 'staff: cases', who: kasi, path: '/api/cases' },
    { what: 'BPS: review', who: bps, path: '/api/satu-data/review' },
    { what: 'register (Excel)', who: kasi, path: `${board}/register.xlsx`, file: true },
    { what: 'data list (Excel)', who: staf, path: `${list}/export.xlsx`, file: true },
  ];
}
