import { failuresIn, inWords } from './engine-words.js';

/** As Camunda 7.24 answers it. */
const MESSAGE = `ENGINE-23004 Cannot migrate process instance '67f32efe':
\tCannot migrate activity instance 'gone:6808b2f1-eafa-11f1':
\t\tThere is no migration instruction for this instance's activity
\tCannot migrate transition instance 'selesai:680864cf-eafa':
\t\tThere is no migration instruction for this instance's activity
`;

it("the engine's refusal is read element by element; its own continuations pass", () => {
  expect(failuresIn(MESSAGE)).toEqual([
    { elementId: 'gone', failure: "There is no migration instruction for this instance's activity", passing: false },
    { elementId: 'selesai', failure: "There is no migration instruction for this instance's activity", passing: true },
  ]);
  expect(failuresIn('ENGINE-23003 The process instance does not exist')).toEqual([]);
});

it.each([
  ["There is no migration instruction for this instance's activity", 'Langkah “A” tidak ada lagi'],
  ['Activities have incompatible types (UserTaskActivityBehavior is not compatible with ExternalTaskActivityBehavior)', '“A” dan “B” berbeda jenis'],
  ["Target activity 'b' is a descendant of multi-instance body 'b#multiInstanceBody' that is not mapped from the source process definition.", 'satu per satu untuk tiap butir daftar'],
  ["The closest mapped ancestor 'x' is mapped to scope 'y' which is not an ancestor of target scope 'z'", '“B” berada di bagian lain'],
  ['Something that nobody has met yet', 'tidak dapat dipindahkan dalam keadaan ini'],
])('%s: in words that an office reads', (failure, words) => {
  const text = inWords(failure, 'A', 'B');
  expect(text.id).toContain(words);
  expect(`${text.id} ${text.en}`).not.toMatch(/instruction|instance|activity|scope|ENGINE/i);
});
