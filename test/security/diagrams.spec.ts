import { judgeDiagram } from '../../src/platform/releases/diagram/diagram-policy.js';
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
    ['three megabytes', diagram({ process: ' '.repeat(3_000_000) })],
    ['an expression split by a comment', diagram({ inside: { tugas: '<bpmn:documentation>$<!-- x -->{a.b()}</bpmn:documentation>' } })],
    ['an expression in CDATA', diagram({ inside: { tugas: '<bpmn:documentation><![CDATA[${a.b()}]]></bpmn:documentation>' } })],
  ])('%s is refused', async (_name, xml) => {
    expect((await judgeDiagram(xml)).ok).toBe(false);
  });

  it('carries on nothing that was not decoded', async () => {
    const verdict = await judgeDiagram(diagram({ process: '<!-- ${a.b()} -->' }));
    expect(verdict.ok && verdict.xml).not.toContain('a.b()');
  });
});
