const shape = (id: string, [x, y, width, height]: readonly number[], more = ''): string => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" ${more}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
const edge = (id: string): string => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="0" y="0" /><di:waypoint x="10" y="10" /></bpmndi:BPMNEdge>`;

/** An office and somebody outside who write to each other; the office has two lanes. */
export const twoPools = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="x">
<bpmn:collaboration id="k">
<bpmn:participant id="kantor" name="Kantor" processRef="p" /><bpmn:participant id="warga" name="Warga" processRef="w" /><bpmn:participant id="bank" name="Bank" />
<bpmn:messageFlow id="surat" sourceRef="kirim" targetRef="baca" /><bpmn:messageFlow id="bayar" sourceRef="baca" targetRef="bank" />
</bpmn:collaboration>
<bpmn:process id="p"><bpmn:laneSet id="ls"><bpmn:lane id="loket" name="Loket"><bpmn:flowNodeRef>mulai</bpmn:flowNodeRef><bpmn:flowNodeRef>kirim</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="arsip" name="Arsip"><bpmn:flowNodeRef>simpan</bpmn:flowNodeRef><bpmn:flowNodeRef>selesai</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
<bpmn:startEvent id="mulai" /><bpmn:userTask id="kirim" name="Kirim" /><bpmn:userTask id="simpan" name="Simpan" /><bpmn:endEvent id="selesai" />
<bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="kirim" /><bpmn:sequenceFlow id="b" sourceRef="kirim" targetRef="simpan" /><bpmn:sequenceFlow id="c" sourceRef="simpan" targetRef="selesai" /></bpmn:process>
<bpmn:process id="w"><bpmn:userTask id="baca" name="Baca" /></bpmn:process>
<bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="b1" bpmnElement="k">
${shape('kantor', [0, 0, 600, 300], 'isHorizontal="true"')}${shape('loket', [30, 0, 570, 150], 'isHorizontal="true"')}${shape('arsip', [30, 150, 570, 150], 'isHorizontal="true"')}${shape('warga', [0, 350, 600, 150], 'isHorizontal="true"')}${shape('bank', [0, 550, 600, 60], 'isHorizontal="true" isExpanded="false"')}
${shape('mulai', [80, 50, 36, 36])}${shape('kirim', [90, 40, 100, 80])}${shape('simpan', [90, 160, 100, 80])}${shape('selesai', [100, 170, 36, 36])}${shape('baca', [90, 380, 100, 80])}
${['a', 'b', 'c', 'surat', 'bayar'].map(edge).join('')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
