import { judgeDiagram } from '../../src/platform/releases/diagram/diagram-policy.js';
import { serialiseDiagram } from '../../src/platform/releases/diagram/model.js';
import { CODE_PLACES, diagram, EXPRESSION_PLACES, type DiagramAttack } from './diagram-attacks.js';

const COMMAND = "''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch /tmp/tertib-marker')";
const PAYLOADS: readonly [string, string][] = [
  ['${…}', `\${${COMMAND}}`],
  ['#{…}', `#{${COMMAND}}`],
  ['entities', `&#36;&#123;${COMMAND}&#125;`],
  ['a prefix', `x \${${COMMAND}}`],
  ['a method of a variable', '${execution.getProcessEngineServices()}'],
];

async function elementsRefused({ xml }: DiagramAttack, payload: string): Promise<string[]> {
  const verdict = await judgeDiagram(xml(payload));
  return verdict.ok ? [] : verdict.findings.map((finding) => finding.elementId);
}

it('takes the sound diagram that the attacks are made of', async () => {
  const verdict = await judgeDiagram(diagram());
  expect(verdict.ok ? [] : verdict.findings).toEqual([]);
});

describe.each(PAYLOADS)('an expression as %s', (_name, payload) => {
  it.each(EXPRESSION_PLACES.map((place) => [place.name, place] as const))('is refused in the %s, with its element', async (_place, place) => {
    expect(await elementsRefused(place, payload)).toContain(place.elementId);
  });
});

describe('code', () => {
  it.each(CODE_PLACES.map((place) => [place.name, place] as const))('%s is refused, with its element', async (_place, place) => {
    expect(await elementsRefused(place, '${bean.run()}')).toContain(place.elementId);
  });
});

describe('the XML itself', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
  it.each([
    ['a DOCTYPE with entities', diagram({ prolog: bomb })],
    ['an external entity', diagram({ prolog: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' })],
    ['a processing instruction', diagram({ prolog: '<?xml-stylesheet href="x"?>' })],
    ['text that is no XML', 'halo'],
    ['other XML', '<a/>'],
    ['nothing', ''],
    ['an attribute twice', diagram().replace('id="tugas"', 'id="tugas" id="lain"')],
    ['an id twice', diagram().replace('id="selesai"', 'id="tugas"')],
    ['an unknown element', diagram({ process: '<bpmn:unheardOf id="x" />' })],
    ['forty thousand elements', diagram({ process: Array.from({ length: 40_000 }, (_, index) => `<bpmn:userTask id="t${index}"/>`).join('') })],
    ['seven thousand elements in each other', diagram({ process: Array.from({ length: 7_000 }, (_, index) => `<bpmn:subProcess id="s${index}" name="/>">`).join('') + '</bpmn:subProcess>'.repeat(7_000) })],
    ['an id that is no name', diagram().replaceAll('"tugas"', '"__proto__"')],
    ['three megabytes', diagram({ process: ' '.repeat(3_000_000) })],
    ['an expression split by a comment', diagram({ inside: { tugas: '<bpmn:documentation>$<!-- x -->{a.b()}</bpmn:documentation>' } })],
    ['an expression in CDATA', diagram({ inside: { tugas: '<bpmn:documentation><![CDATA[${a.b()}]]></bpmn:documentation>' } })],
  ])('%s is refused', async (_name, xml) => {
    expect((await judgeDiagram(xml)).ok).toBe(false);
  });

  it.each([
    ['an id twice', diagram().replace('id="selesai"', 'id="tugas"'), 'tugas'],
    ['an element that is not known', diagram({ process: '\n  <bpmn:unheardOf\n id="asing" />' }), 'asing'],
    ['an extension that is not known', diagram({ inside: { tugas: '<x:y xmlns:x="urn:x" id="tambahan" />' } }), 'tambahan'],
    ['an attribute that is not known', diagram({ attributes: { tugas: 'camunda:candidateGroups="kasi" kelas="x"' } }), 'tugas'],
    ['a reference to nothing', diagram().replace('default="e"', 'default="tiada"'), 'gerbang'],
    ['the same namespace by another prefix', diagram().replace('id="definisi"', 'id="definisi" xmlns:lain="http://camunda.org/schema/1.0/bpmn"').replace('id="otomatis"', 'id="otomatis" lain:class="a.B"'), 'otomatis'],
    ["another engine's namespace", diagram().replace('id="definisi"', 'id="definisi" xmlns:lain="http://activiti.org/bpmn"').replace('id="otomatis"', 'id="otomatis" lain:class="a.B"'), 'otomatis'],
    ['an expression in entities', diagram({ attributes: { tugas: 'camunda:candidateGroups="kasi" name="&#36;&#x7b;a.b()&#125;"' } }), 'tugas'],
  ])('%s is refused by the name of the element', async (_name, xml, id) => {
    const verdict = await judgeDiagram(xml);
    expect(verdict.ok ? [] : verdict.findings.map(({ elementId }) => elementId)).toContain(id);
  });

  it('carries on nothing that was not decoded', async () => {
    const verdict = await judgeDiagram(diagram({ process: '<!-- ${a.b()} -->' }));
    expect(verdict.ok && (await serialiseDiagram(verdict.definitions))).not.toContain('a.b()');
  });
});
