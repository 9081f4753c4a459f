/** The leader's page before his secrets are known: what it shows then comes by `leader.script.ts`. */
export const leaderView = `<link rel="stylesheet" href="/validasi/halaman.css">
<div id="validasi" data-words="{{words}}">
<h1>{{l.heading}}</h1>
<noscript><p class="problem">{{l.noScript}}</p></noscript>
<p id="masalah" class="problem" role="alert" hidden></p>
<form id="kunci">
  <p>{{l.intro}}</p>
  <label>{{l.pin}}<input id="pin" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required></label>
  <button>{{l.open}}</button>
</form>
<div id="isi-validasi" hidden>
  <dl id="tentang"></dl>
  <div id="dataset"></div>
  <form id="keputusan">
    <p>{{l.declare}}</p>
    <label id="alasan" hidden>{{l.note}}<textarea id="catatan" rows="3" maxlength="2000"></textarea></label>
    <button type="button" id="setuju">{{l.approve}}</button>
    <button type="button" id="kembalikan" class="second">{{l.giveBack}}</button>
  </form>
</div>
<p id="selesai" class="done" role="status" tabindex="-1" hidden></p>
</div>
<script src="/validasi/halaman.js"></script>`;

export const leaderCss = `#validasi{max-width:40rem;margin:0 auto}#validasi form{display:block}#validasi label{margin:12px 0}#pin{font-size:28px;letter-spacing:.3em;text-align:center;max-width:14rem}
#validasi textarea{font:inherit;padding:9px 10px;border:1px solid #8593a6;border-radius:6px;width:100%}#validasi textarea:focus-visible,#validasi summary:focus-visible{outline:3px solid #ffb000;outline-offset:2px}
#validasi button{min-height:48px;width:100%;margin-top:10px;font-size:18px}#validasi button.second{background:#fff;color:var(--ink);border:1px solid #8593a6}#validasi button[disabled]{opacity:.6}
#validasi section{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px;margin:16px 0}#validasi h3{font-size:16px;margin:12px 0 4px}#validasi ul{margin:0;padding-left:20px}
.problem{background:#fdecec;border:1px solid #b42318;border-radius:8px;padding:12px 16px}.done{background:#e7f6ec;border:1px solid #1a7f37;border-radius:8px;padding:16px;font-size:18px}
[hidden]{display:none!important}#validasi summary{cursor:pointer;padding:8px 0;color:var(--brand)}#validasi .scroll{overflow-x:auto}#validasi td:first-child{min-width:10rem}`;
