import '../../../shared/formio/setup.js';
import '@formio/js/dist/formio.builder.min.css';
import './builder.css';
import { useEffect, useState } from 'react';
import type { FormDefinition, ImportedForm } from '../../../api/index.js';
import type { EditorProps } from '../EditorPage.js';
import { ImportDialog } from './ImportDialog.js';
import { ImportReport } from './ImportReport.js';
import { MissingEnglish } from './MissingEnglish.js';
import { PartsDialog } from './parts/PartsDialog.js';
import { PartsInForm } from './parts/PartsInForm.js';
import { PreviewDialog } from './PreviewDialog.js';
import { Toolbar } from './Toolbar.js';
import { useSettingLists } from './useSettingLists.js';
import { useBuilder } from './useBuilder.js';

/** The builder, and what is done with a form as a whole. */
export default function FormEditor({ name, content, onDirty, onReady, at, visit }: EditorProps) {
  const { frame, drawn, missing, read, replace } = useBuilder({ content, onDirty, onReady }, useSettingLists(name));
  const [file, setFile] = useState<File>();
  const [previewed, setPreviewed] = useState<FormDefinition>();
  const [choosing, setChoosing] = useState<FormDefinition>();
  const [taken, setTaken] = useState<ImportedForm>();

  useEffect(() => {
    if (drawn && at) frame.current?.querySelector(`.formio-component-${CSS.escape(at)}`)?.scrollIntoView({ block: 'center' });
  }, [drawn, at, visit]);

  const take = (form: ImportedForm) => {
    const now = read();
    replace({ ...now, display: form.display, components: form.components as unknown as typeof now.components, i18n: { ...now.i18n, en: { ...now.i18n?.['en'], ...form.english } } });
    setFile(undefined);
    setTaken(form);
  };

  return (
    <>
      {drawn ? <Toolbar onImport={setFile} onPreview={() => setPreviewed(read())} onParts={() => setChoosing(read())} pages={read().display === 'wizard'} onPages={(pages) => replace({ ...read(), display: pages ? 'wizard' : 'form' })} /> : null}
      {taken ? <ImportReport form={taken} jump /> : null}
      {drawn ? <PartsInForm form={read()} onChange={replace} /> : null}
      <div className="tertib-builder card p-3" ref={frame} />
      <MissingEnglish missing={missing} />
      {previewed ? <PreviewDialog name={name} form={previewed} onClose={() => setPreviewed(undefined)} /> : null}
      {choosing ? <PartsDialog form={choosing} onChange={replace} onClose={() => setChoosing(undefined)} /> : null}
      {file ? <ImportDialog file={file} replaces={read().components.length} onTake={take} onClose={() => setFile(undefined)} /> : null}
    </>
  );
}
