/**
 * What the leader's page does. The token stays behind the `#`, which no server, log or Referer sees; it and the PIN go in the body of
 * each request. Text comes in as text, never as HTML.
 */
export const leaderScript = `(() => {
  const at = (id) => document.getElementById(id);
  const words = JSON.parse(at('validasi').dataset.words);
  const language = document.documentElement.lang;
  const token = location.hash.slice(1);
  const make = (tag, text, ...inside) => { const one = document.createElement(tag); if (text !== null) one.textContent = text; one.append(...inside); return one; };
  // Where he looks: above the PIN, or above the two buttons, which are a long way down on a telephone.
  const problem = (text) => {
    const isOpen = !at('isi-validasi').hidden;
    (isOpen ? at('setuju') : at('kunci')).before(at('masalah'));
    at('masalah').textContent = text;
    at('masalah').hidden = !text;
    if (text) at('masalah').scrollIntoView({ block: 'center' });
  };
  // The other language without the secret would be a dead end.
  for (const link of document.querySelectorAll('a[hreflang]')) link.hash = location.hash;
  if (!token) { at('kunci').hidden = true; problem(words.noLink); return; }

  const send = async (path, body, button) => {
    problem('');
    button.disabled = true;
    try {
      const answer = await fetch('/api/satu-data/leader/' + path, { method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', headers: { 'content-type': 'application/json', 'accept-language': language, 'x-tertib': '1' }, body: JSON.stringify({ token, pin: at('pin').value, ...body }) });
      const json = await answer.json();
      if (answer.ok) return json;
      if (json.code !== 'link-pin-wrong' && json.code !== 'request-invalid' && json.code !== 'note-missing' && answer.status < 500) { at('kunci').hidden = true; at('isi-validasi').hidden = true; }
      problem(json.detail || json.message || json.title);
    } catch { problem(path === 'decide' ? words.unsure : words.offline); } finally { button.disabled = false; }
    return null;
  };

  const line = (name, value) => [make('dt', name), make('dd', value)];
  const section = (one) => {
    const part = make('section', null, make('h2', one.title), make('p', one.state + (one.rowCount ? ' (' + one.rowCount.toLocaleString(language) + ' ' + words.rows + ')' : '')));
    if (one.reason) part.append(make('h3', words.reason), make('p', one.reason));
    if (one.summary) part.append(make('h3', words.changes), make('p', one.summary));
    if (one.changes.length) part.append(make('ul', null, ...one.changes.map((text) => make('li', text))));
    if (one.findings) part.append(make('h3', words.findings), make('p', one.findings));
    if (one.found.length) part.append(make('ul', null, ...one.found.map((text) => make('li', text))));
    if (!one.foundAll) part.append(make('p', words.findingsPartly));
    if (one.rows.length) {
      const table = make('table', null, make('thead', null, make('tr', null, ...one.columns.map((name) => make('th', name)))), make('tbody', null, ...one.rows.map((row) => make('tr', null, ...row.map((cell) => make('td', cell === null ? '' : cell))))));
      const scroll = make('div', null, table);
      scroll.className = 'scroll'; scroll.tabIndex = 0; scroll.setAttribute('role', 'region'); scroll.setAttribute('aria-label', one.title);
      part.append(make('details', null, make('summary', words.table), scroll, ...(one.rowCount > one.rows.length ? [make('p', words.partly)] : [])));
    }
    return part;
  };

  at('kunci').addEventListener('submit', async (event) => {
    event.preventDefault();
    const view = await send('open', {}, event.submitter || at('kunci').querySelector('button'));
    if (!view) return;
    at('tentang').replaceChildren(...line(words.receiver, view.receiver), ...line(words.office, view.office), ...line(words.period, view.period), ...line(words.deadline, view.deadline), ...line(words.deliveredBy, view.deliveredBy), ...line(words.sentBy, view.sentBy));
    at('dataset').replaceChildren(...view.datasets.map(section));
    at('kunci').hidden = true;
    at('isi-validasi').hidden = false;
  });

  const decide = async (decision, button) => {
    const note = at('catatan').value.trim();
    if (decision === 'kembalikan' && !note) { at('alasan').hidden = false; problem(words.noteMissing); at('catatan').focus(); return; }
    if (!(await send('decide', decision === 'kembalikan' ? { decision, note } : { decision }, button))) return;
    at('isi-validasi').hidden = true;
    at('selesai').textContent = decision === 'setuju' ? words.approved : words.returned;
    at('selesai').hidden = false;
    at('selesai').focus();
    history.replaceState(null, '', location.pathname + location.search);
  };
  at('setuju').addEventListener('click', (event) => decide('setuju', event.currentTarget));
  at('kembalikan').addEventListener('click', (event) => decide('kembalikan', event.currentTarget));
  at('keputusan').addEventListener('submit', (event) => event.preventDefault());
})();`;
