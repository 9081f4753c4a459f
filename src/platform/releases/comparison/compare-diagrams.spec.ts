import { diagram } from '../../../../test/security/diagram-attacks.js';
import { compareDiagrams } from './compare-diagrams.js';
import { vocabularyOf } from './vocabulary.js';

const TIMER = (tag: string, body: string) => `<bpmn:timerEventDefinition id="jam"><bpmn:${tag} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${tag}></bpmn:timerEventDefinition>`;
const task = (more: string) => ({ attributes: { tugas: `name="8. Menyampaikan data" camunda:candidateGroups="kasi" ${more}` } });
const drawn = (x: number) => `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="gambar"><bpmndi:BPMNPlane id="bidang" bpmnElement="uji"><bpmndi:BPMNShape id="bentuk" bpmnElement="tugas"><dc:Bounds x="${x}" y="10" width="100" height="80" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;

describe('two versions of a diagram', () => {
  const forms = ['uji', 'lain'].map((key) => ({ path: `forms/${key}.json`, kind: 'form' as const, key, content: JSON.stringify({ key, title: { id: `Formulir ${key}`, en: `Form ${key}` }, display: 'form', components: [{ key: 'hasil', type: 'radio', label: 'Hasil', processVariable: true }], i18n: { en: { Hasil: 'Result' } } }) }));
  const known = {
    roles: new Map([['kasi', { id: 'Kepala Seksi', en: 'Head of section' }], ['kabid', { id: 'Kepala Bidang', en: 'Head of division' }]]),
    topic: (name: string) => (name === 'uji.kerja' ? { title: { id: 'Kerja uji', en: 'Test work' }, fields: { hari: { id: 'Jumlah hari', en: 'Number of days' } } } : undefined),
  };
  const told = async (before: string, after: string): Promise<[string, string, string, string][]> => {
    const words = await vocabularyOf(forms, known);
    return (await compareDiagrams(before, after, { before: words, after: words })).map(({ change, place, words: { id, en } }) => [change, place, id, en]);
  };

  it('says nothing of the same', async () => {
    expect(await told(diagram(), diagram())).toEqual([]);
  });

  it('says who does a step, by which form and until when', async () => {
    expect(await told(diagram(task('camunda:dueDate="2026-12-20T17:00:00+07:00"')), diagram({ attributes: { tugas: 'name="8. Menyampaikan data" camunda:candidateGroups="kabid" camunda:dueDate="2026-12-18T17:00:00+07:00"' } }))).toEqual([
      ['changed', 'tugas', 'Peran yang mengerjakan langkah 8. Menyampaikan data: Kepala Seksi → Kepala Bidang', 'Step 8. Menyampaikan data, role that does it: Head of section → Head of division'],
      ['changed', 'tugas', 'Batas waktu langkah 8. Menyampaikan data: 20 Desember 2026 17:00 (UTC+07:00) → 18 Desember 2026 17:00 (UTC+07:00)', 'Step 8. Menyampaikan data, deadline: 20 December 2026 17:00 (UTC+07:00) → 18 December 2026 17:00 (UTC+07:00)'],
    ]);
    expect((await told(diagram(), diagram().replace('camunda:formKey="uji"', 'camunda:formKey="lain"')))[0]?.[2]).toBe('Formulir tugas orang “Tugas”: “Formulir uji” → “Formulir lain”');
    expect((await told(diagram(), diagram(task(''))))[0]?.[2]).toBe('Nama langkah 8. Menyampaikan data: “Tugas” → “8. Menyampaikan data”');
  });

  it('names the person, or the step whose person it is', async () => {
    const who = (name: string, value: string) => diagram({ inside: { tugas: `<bpmn:extensionElements><camunda:properties><camunda:property name="${name}" value="${value}" /></camunda:properties></bpmn:extensionElements>` }, attributes: { otomatis: 'name="3. Memeriksa" camunda:type="external" camunda:topic="uji.kerja"' } });
    expect((await told(who('person', 'budi'), who('person', 'sari')))[0]?.slice(2)).toEqual(['Orang yang mengerjakan tugas orang “Tugas”: budi → sari', 'Person’s task “Tugas”, person who does it: budi → sari']);
    expect((await told(who('sameAs', 'hilang'), who('sameAs', 'otomatis')))[0]?.[2]).toBe('Dikerjakan orang yang sama dengan tugas orang “Tugas”: hilang → langkah 3. Memeriksa');
  });

  it('says a timer in days, from and to what it counts', async () => {
    const timer = (tag: string, body: string) => diagram({ inside: { tunggu: TIMER(tag, body) }, attributes: { tunggu: 'name="Menunggu"' } });
    expect(await told(timer('timeDuration', 'P14D'), timer('timeDuration', 'P10D'))).toEqual([['changed', 'tunggu', 'Waktu kejadian “Menunggu”: 14 → 10 hari', 'Event “Menunggu”, time: 14 → 10 days']]);
    expect((await told(timer('timeDuration', 'P1DT2H'), timer('timeDate', '${hasil}')))[0]?.slice(2)).toEqual(['Waktu kejadian “Menunggu”: 1 hari 2 jam → menurut “Hasil”', 'Event “Menunggu”, time: 1 day 2 hours → as in “Result”']);
    expect((await told(timer('timeCycle', 'R3/PT1H'), timer('timeCycle', 'R/P1D')))[0]?.[2]).toBe('Waktu kejadian “Menunggu”: setiap 1 jam, 3 kali → setiap 1 hari');
  });

  it('calls a variable by its key where two forms call it differently', async () => {
    const other = { ...(forms[1] as (typeof forms)[number]), content: (forms[1] as (typeof forms)[number]).content.replaceAll('Hasil', 'Keputusan') };
    const words = await vocabularyOf([forms[0] as (typeof forms)[number], other], known);
    const [change] = await compareDiagrams(diagram(), diagram({ inside: { tunggu: TIMER('timeDate', '${hasil}') } }), { before: words, after: words });
    expect(change?.words.id).toBe('Waktu kejadian “tunggu”: menurut “batas” → menurut “hasil”');
  });

  it('says conditions and where flows lead', async () => {
    const flow = (body: string) => diagram({ inside: { d: `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${${body}}</bpmn:conditionExpression>` } });
    expect((await told(flow("hasil == 'ya'"), flow("hasil != 'ya' &amp;&amp; siap == true")))[0]?.[2]).toBe("Syarat alur “gerbang → panggil”: “Hasil” = 'ya' → “Hasil” ≠ 'ya' dan “siap” = ya");
    const turned = diagram().replace('id="e" sourceRef="gerbang" targetRef="tunggu"', 'id="e" sourceRef="gerbang" targetRef="selesai"');
    expect((await told(diagram(), turned)).map(([, place, id]) => [place, id])).toContainEqual(['e', 'Tujuan alur “gerbang → selesai”: kejadian “tunggu” → akhir “selesai”']);
  });

  it('says what automatic steps do and are given', async () => {
    const step = (topic: string, inputs: string) => diagram({ attributes: { otomatis: `name="Hitung" camunda:type="external" camunda:topic="${topic}"` }, inside: { otomatis: `<bpmn:extensionElements><camunda:inputOutput>${inputs}</camunda:inputOutput></bpmn:extensionElements>` } });
    const input = (value: string) => `<camunda:inputParameter name="hari">${value}</camunda:inputParameter>`;
    expect(await told(step('uji.kerja', input('14')), step('uji.kerja', input('10')))).toEqual([['changed', 'otomatis', 'Masukan “Jumlah hari” langkah otomatis “Hitung”: 14 → 10', 'Automatic step “Hitung”, input “number of days”: 14 → 10']]);
    expect((await told(step('uji.kerja', ''), step('uji.baru', input('3')))).map(([, , id]) => id)).toEqual(['Pekerjaan otomatis langkah otomatis “Hitung”: “Kerja uji” → “uji.baru”', 'Masukan “hari” langkah otomatis “Hitung”: tidak ada → 3']);
  });

  it('says what came, went and was moved', async () => {
    const note = '<bpmn:userTask id="baru" name="Menyetujui" />';
    expect(await told(diagram(), diagram({ process: note }))).toEqual([['added', 'baru', 'Tugas orang “Menyetujui” ditambahkan', 'Person’s task “Menyetujui” added']]);
    expect((await told(diagram({ process: note }), diagram()))[0]?.slice(0, 3)).toEqual(['removed', 'baru', 'Tugas orang “Menyetujui” dihapus']);
    expect(await told(diagram({ root: drawn(10) }), diagram({ root: drawn(300) }))).toEqual([['moved', 'tugas', 'Tugas orang “Tugas” dipindah dalam gambar', 'Person’s task “Tugas” moved in the drawing']]);
  });

  it('leaves nothing that the engine reads unsaid', async () => {
    expect((await told(diagram(), diagram(task('camunda:asyncBefore="true"'))))[1]?.[2]).toBe('Setelan asyncBefore langkah 8. Menyampaikan data: tidak ada → true');
    const loop = (sequential: string) => diagram({ inside: { panggil: `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}" camunda:collection="daftar" camunda:elementVariable="satu" />` } });
    expect((await told(loop('true'), loop('false')))[0]?.[2]).toContain('loopCharacteristics.isSequential');
  });
});
