import { Problem } from '../../sdk/index.js';
import type { Finding } from './finding.js';

/** What people are told when a draft or a release cannot be taken. */
export const ReleaseProblem = {
  refused: (findings: readonly Finding[]): Problem =>
    new Problem('release-refused', 422, { id: 'Ada yang tidak dapat diterima. Lihat temuan satu per satu.', en: 'Something cannot be accepted. See the findings one by one.' }, { findings }),
  unchanged: (): Problem => new Problem('nothing-changed', 409, { id: 'Tidak ada perubahan untuk diterbitkan.', en: 'There is no change to publish.' }),
  underWay: (): Problem => new Problem('release-under-way', 409, { id: 'Versi sebelumnya masih dikirim ke mesin proses. Coba lagi sebentar lagi.', en: 'The previous version is still on its way to the engine. Try again in a moment.' }),
  /** `paths` are drafts that somebody has not published yet. */
  unpublishedWork: (paths: readonly string[]): Problem =>
    new Problem('unpublished-work', 409, { id: `Ada perubahan yang belum diterbitkan: ${paths.join(', ')}. Terbitkan atau buang dahulu, atau timpa dengan sengaja.`, en: `There is work that nobody has published yet: ${paths.join(', ')}. Publish or discard it first, or overwrite it on purpose.` }, { paths }),
  /** `paths` are drafts that the asker was the last to edit. */
  needsAnother: (paths: readonly string[]): Problem =>
    new Problem('four-eyes', 409, { id: `Anda yang terakhir mengubah: ${paths.join(', ')}. Di kantor ini orang lain yang menerbitkannya: minta administrator lain membandingkan konsep, lalu menerbitkan.`, en: `You were the last to edit: ${paths.join(', ')}. In this office somebody else publishes it: ask another administrator to compare the drafts and publish.` }, { paths }),
  timeIsOver: (): Problem => new Problem('time-is-over', 422, { id: 'Waktu terbit sudah lewat. Pilih waktu yang akan datang, atau terbitkan sekarang.', en: 'The time to publish is over. Choose one to come, or publish now.' }),
  changedSincePlanned: (): Problem => new Problem('changed-since-planned', 409, { id: 'Konsep diubah sesudah penerbitannya direncanakan. Periksa perubahannya, lalu rencanakan lagi.', en: 'Drafts were changed after publishing was planned. Look at the changes, then plan again.' }),
  draftsChanged: (): Problem => new Problem('drafts-changed', 409, { id: 'Konsep berubah sejak percobaan ini dimulai. Mulai lagi dengan konsep yang sekarang.', en: 'The drafts have changed since this replay began. Start again with the drafts as they are now.' }),
  matchMissing: (): Problem => new Problem('if-match-required', 428, { id: 'Sebutkan versi yang Anda ubah (If-Match).', en: 'Say which version you changed (If-Match).' }),
  /** `current` is what the other person saved, so that the two can be compared. */
  changedMeanwhile: (current: Readonly<Record<string, unknown>>): Problem =>
    new Problem('changed-meanwhile', 412, { id: 'Orang lain sudah menyimpan perubahan. Bandingkan dahulu, lalu simpan lagi.', en: 'Someone else has saved a change. Compare first, then save again.' }, { current }),
};
