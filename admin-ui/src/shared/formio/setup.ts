import '@formio/js/dist/formio.full.min.css';
import './formio.css';
import { mendTemplates } from './accessible.js';
import { Components, Formio } from './base.js';
import { Bagian } from './fields/Bagian.js';
import { Berkas } from './fields/Berkas.js';
import { IsiData } from './fields/IsiData.js';
import { PilihInstansi, PilihKode, PilihOrang } from './fields/pilih/Pilih.js';
import { PilihProdusen } from './fields/PilihProdusen.js';
import { ReadonlyTable } from './fields/ReadonlyTable.js';
import { Surat } from './fields/Surat.js';
import { TabelData } from './fields/tabel/TabelData.js';
import { TabelKasus } from './fields/TabelKasus.js';
import { Tanggal } from './fields/Tanggal.js';
import { Teks } from './fields/Teks.js';

interface FormioGlobal {
  setBaseUrl(url: string): void;
  setProjectUrl(url: string): void;
  cdn: { setBaseUrl(url: string): void };
  Utils: { Evaluator: { noeval: boolean } };
}

/** The field types that are ours, and the one of Form.io that we draw ourselves. */
export const ownTypes = { datetime: Tanggal, bagian: Bagian, berkas: Berkas, tabelData: TabelData, readonlyTable: ReadonlyTable, tabelKasus: TabelKasus, pilihProdusen: PilihProdusen, pilihOrang: PilihOrang, pilihInstansi: PilihInstansi, pilihKode: PilihKode, surat: Surat, isiData: IsiData };

const formio = Formio as unknown as FormioGlobal;
// Left alone, Form.io asks its makers' servers for projects, libraries and time zones.
formio.setBaseUrl(`${window.location.origin}/api`);
formio.setProjectUrl(`${window.location.origin}/api`);
formio.cdn.setBaseUrl('/admin/vendor');
// Forms hold no code; the page's CSP would refuse it anyway.
formio.Utils.Evaluator.noeval = true;
(Components as unknown as { setComponents(components: object): void }).setComponents({ ...ownTypes, textarea: Teks });
mendTemplates();
