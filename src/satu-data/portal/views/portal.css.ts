/** The portal's whole style: system fonts, no request to anywhere, prints well. */
export const portalCss = `:root{--ink:#182433;--soft:#49566c;--line:#dce1e7;--brand:#0054a6;--ground:#f6f8fb}
*{box-sizing:border-box}body{margin:0;font:16px/1.55 system-ui,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--ground)}
a{color:var(--brand)}a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,.scroll:focus-visible{outline:3px solid #ffb000;outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px}
.bar{display:flex;flex-wrap:wrap;gap:8px 24px;justify-content:space-between;align-items:center;background:#fff;border-bottom:1px solid var(--line);padding:12px max(16px,calc(50vw - 600px))}
.brand{display:flex;flex-direction:column;text-decoration:none;color:var(--ink);line-height:1.3}.brand span{color:var(--soft);font-size:14px}
.bar nav{display:flex;gap:16px}.bar nav a{padding:6px 0}
main{max-width:1232px;margin:0 auto;padding:24px 16px 48px}h1{font-size:28px;line-height:1.25;margin:8px 0 12px}h2{font-size:20px;margin:0 0 8px}
.lead p{max-width:60ch;color:var(--soft)}form{display:flex;flex-wrap:wrap;gap:12px;align-items:end;margin:16px 0 24px}
label{display:flex;flex-direction:column;gap:4px;font-size:14px;flex:1 1 220px}input,select{font:inherit;min-height:44px;padding:9px 10px;border:1px solid #8593a6;border-radius:6px;background:#fff;width:100%}
button,.primary{display:inline-block;font:inherit;min-height:44px;background:var(--brand);color:#fff;border:0;border-radius:6px;padding:10px 18px;text-decoration:none;cursor:pointer}
.cards{list-style:none;padding:0;display:grid;gap:12px}.cards li,article section,.empty{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px 20px}
.links{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}.cards p{margin:4px 0}.meta,.count{color:var(--soft);font-size:14px}article section{margin:20px 0}.chart{width:100%;min-width:40rem;height:auto;display:block}
.scroll{overflow-x:auto}table{border-collapse:separate;border-spacing:0;width:100%;font-variant-numeric:tabular-nums}th,td{padding:7px 10px;border-bottom:1px solid var(--line);text-align:left;white-space:nowrap}
th small{font-weight:400;color:var(--soft)}.number{text-align:right}tbody:has(+tfoot) tr:last-child>*{border-bottom:0}tfoot td{font-weight:600;border-top:2px solid var(--ink)}
details{margin-top:8px}summary{cursor:pointer;color:var(--brand);padding:6px 0;width:fit-content}summary:focus-visible{outline:3px solid #ffb000;outline-offset:2px}
table.bars{max-width:40rem}table.bars th,table.bars td{white-space:normal}table.bars tbody th{font-weight:400}table.bars td{white-space:nowrap}
dl{display:grid;grid-template-columns:minmax(140px,240px) 1fr;gap:6px 16px;margin:0}dt{color:var(--soft)}dd{margin:0}
.pages{display:flex;gap:16px;margin-top:16px}footer{border-top:1px solid var(--line);padding:16px;text-align:center;color:var(--soft);font-size:14px}
td a.asal-usul{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}td a.asal-usul:hover{color:var(--brand)}
.figure{font-size:22px;margin:0}.figure strong{font-size:34px}.asal table th{font-weight:600}.asal code{overflow-wrap:anywhere}
.steps{list-style:none;margin:0;padding:0}.steps li{border-left:3px solid var(--line);padding:0 0 18px 16px}.steps h3{font-size:17px;margin:0}.steps .step{color:var(--soft);font-weight:400;margin-right:6px}.steps p{margin:2px 0 6px}.steps dd{overflow-wrap:anywhere}
@media(max-width:640px){.chart{min-width:0}.scroll thead th{white-space:normal}.scroll :is(th,td):first-child{white-space:normal;overflow-wrap:break-word;width:9rem;min-width:5rem;max-width:9rem;position:sticky;left:0;background:#fff;box-shadow:1px 0 var(--line)}.bars tr :first-child{width:auto;max-width:none;position:static;box-shadow:none}}
@media(max-width:480px){dl{grid-template-columns:1fr}dd{margin-bottom:6px}h1{font-size:23px}}
@media print{.bar nav,form,.primary,.pages,.crumbs{display:none}body{background:#fff}}`;
