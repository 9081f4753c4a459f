import { decision, reasonsFollow } from '../../admin-ui/src/features/editors/form/decision.js';
import { gathered } from '../../admin-ui/src/features/editors/form/english.js';
import { FormPolicy, type FormDefinition } from '../../src/platform/forms/index.js';
import { validateForm } from '../../src/platform/forms/validation/validate-form.js';

type Components = Parameters<typeof reasonsFollow>[0];
/** As the builder names the parts of the second one. */
const second = () => JSON.parse(JSON.stringify(decision).replace('"key":"kelompokKeputusan"', '"key":"kelompokKeputusan1"').replace('"key":"keputusan"', '"key":"keputusan1"').replace('"key":"alasan"', '"key":"alasan1"')) as typeof decision;

function form(...parts: object[]): FormDefinition {
  const { components, english } = gathered(structuredClone(parts) as Components, { components: [], english: {} });
  reasonsFollow(components);
  return { key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components, i18n: { en: english } } as unknown as FormDefinition;
}
const send = (of: FormDefinition, data: object) => validateForm({ form: of, data, initial: {}, files: [], offices: [] });

describe('a decision with its reason', () => {
  it('is nothing that the policy refuses', () => expect(new FormPolicy().check(form(decision))).toEqual([]));

  it('asks for the reason where the decision does', () => {
    expect(send(form(decision), { keputusan: 'disetujui' })).toMatchObject({ ok: true, variables: { keputusan: 'disetujui' } });
    for (const keputusan of ['dikembalikan', 'ditolak']) {
      expect(send(form(decision), { keputusan })).toMatchObject({ ok: false, errors: [{ path: 'alasan', message: { en: '“Reason” is required.' } }] });
      expect(send(form(decision), { keputusan, alasan: 'Tabel 2 kosong.' })).toMatchObject({ ok: true });
    }
    expect(send(form(decision), { keputusan: 'disetujui', alasan: 'x' })).toMatchObject({ ok: false });
    expect(send(form(decision), {})).toMatchObject({ ok: false, errors: [{ path: 'keputusan' }] });
  });

  it('is two of them where it stands twice, each reason with its own decision', () => {
    const both = form(decision, second());
    expect(new FormPolicy().check(both)).toEqual([]);
    expect(send(both, { keputusan: 'disetujui', keputusan1: 'ditolak' })).toMatchObject({ ok: false, errors: [{ path: 'alasan1' }] });
    expect(send(both, { keputusan: 'ditolak', alasan: 'x', keputusan1: 'disetujui' })).toMatchObject({ ok: true });
  });
});
