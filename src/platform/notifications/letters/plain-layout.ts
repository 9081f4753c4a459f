/** A frame to begin with, where no plugin brings one: letterhead, both parts that letters may ask for, the letter itself. */
export const PLAIN_LAYOUT = `{{#*inline "kepala-surat"}}
<p>Nomor: {{atau nomor "–"}}<br>Sifat: {{sifat}}<br>Hal: <b>{{perihal}}</b><br>{{#if tempat}}{{tempat}}, {{/if}}{{tanggal tanggal}}</p>
<p>Yth. {{kepada.jabatan}}{{#if kepada.instansi}}<br>{{kepada.instansi}}{{/if}}<br>di {{atau kepada.tempat "Tempat"}}</p>
{{/inline}}
{{#*inline "tanda-tangan"}}
<p>{{#if atasNama}}a.n. {{atasNama}}<br>{{/if}}{{jabatanPenandatangan}},</p>
<p><b>{{penandatangan.name}}</b>{{#if penandatangan.nip}}<br>NIP {{penandatangan.nip}}{{/if}}</p>
{{#if tembusan}}<p>Tembusan:</p><ol>{{#each tembusan}}<li>{{this}}</li>{{/each}}</ol>{{/if}}
{{/inline}}
<p class="tengah tebal">{{#if kop.government}}{{besar kop.government}}<br>{{/if}}{{besar kop.office}}</p>
<hr>
{{> isi}}
`;
