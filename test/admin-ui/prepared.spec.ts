import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormDefinition } from '../../admin-ui/src/api/index.js';
import { eachComponent, prepared } from '../../admin-ui/src/shared/formio/prepare.js';

const form = (name: string): FormDefinition => JSON.parse(readFileSync(join(__dirname, '../../forms', name), 'utf8')) as FormDefinition;
const keptIn = (of: FormDefinition): string[] => {
  const kept: string[] = [];
  eachComponent(of.components, (component) => component['persistent'] === false && component['clearOnHide'] === false && kept.push(component.key));
  return kept;
};

describe('a form as the screen draws it', () => {
  it('still tells what the server put into it after a decision hid that and another brought it back', () => {
    expect(keptIn(prepared(form('perintah-publikasi.json')))).toEqual(['akibatKelas', 'kolomSama', 'kolomDiduga', 'jawabanAnalisis']);
  });

  it('leaves what people answer, and the definition itself, as they are', () => {
    const given = form('kelayakan.json');
    const drawn = prepared(given);
    const ofPeople = (of: FormDefinition): unknown[] => { const found: unknown[] = []; eachComponent(of.components, (one) => one['persistent'] !== false && found.push([one.key, one['clearOnHide']])); return found; };
    expect(ofPeople(drawn)).toEqual(ofPeople(given));
    expect(given).toEqual(form('kelayakan.json'));
  });
});
