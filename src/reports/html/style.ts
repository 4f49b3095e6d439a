/**
 * How a page looks: on a phone, on a laptop, on A4; light and dark. There is no other style in a page,
 * so that its policy can name this one by its hash. Colour never carries meaning alone.
 */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1a2023;--muted:#566166;--line:#dfe4e5;--soft:#f3f6f6;--track:#e9eeee;--accent:#0b6b69;--second:#a4480f;--third:#5a3fa0;--fourth:#5d6b12;
--h0:#f1f4f4;--h1:#d3e8e5;--h2:#9ed0ca;--h3:#5fb0a8;--h4:#0b6b69;--on4:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#14191b;--ink:#e9eced;--muted:#a0abaf;--line:#2d3639;--soft:#1b2224;--track:#242d30;--accent:#5fc9c1;--second:#f0a36b;--third:#b9a5f0;--fourth:#c3d16a;
--h0:#1b2224;--h1:#1d3b3b;--h2:#1f5452;--h3:#247069;--h4:#8fe0d8;--on4:#0d1415}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--muted:#444;--line:#ccc;--soft:#f3f6f6;--track:#e6ecec;--accent:#0b6b69;--second:#a4480f;--third:#5a3fa0;--fourth:#5d6b12;
--h0:#f1f4f4;--h1:#d3e8e5;--h2:#9ed0ca;--h3:#5fb0a8;--h4:#0b6b69;--on4:#fff}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Thai",Thonburi,"Leelawadee UI","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0}
main{max-width:60rem;margin:0 auto;padding:3rem 2rem 2.5rem;overflow-wrap:break-word}
header{margin:0 0 2.25rem;padding:0 0 1.5rem;border-bottom:1px solid var(--line)}
.business{margin:0 0 .75rem;color:var(--muted);font-size:.875rem;font-weight:600;letter-spacing:.02em}
h1{margin:0;font-size:2.25rem;line-height:1.15;font-weight:700;letter-spacing:-.015em}
.period{margin:.35rem 0 0;color:var(--accent);font-size:1.125rem;font-weight:600}
.says{margin:.85rem 0 0;font-size:1.0625rem}
.about{margin:.35rem 0 0;color:var(--muted);font-size:.9375rem}
section{margin:0 0 2.75rem}
h2{margin:0 0 .9rem;font-size:1.25rem;line-height:1.3;font-weight:650;letter-spacing:-.005em;break-after:avoid}
.tiles .name::first-letter,thead th::first-letter,dt::first-letter{text-transform:uppercase}
.quiet{color:var(--muted);font-size:.9375rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr));gap:.75rem;margin:0;padding:0;list-style:none}
.tiles li{display:flex;flex-direction:column;padding:.9rem 1rem .85rem;border:1px solid var(--line);border-radius:.625rem;background:var(--soft);break-inside:avoid}
.tiles .name{color:var(--muted);font-size:.875rem;font-weight:600;line-height:1.35}
.tiles .value{margin:.3rem 0 .15rem;font-size:1.75rem;font-weight:700;line-height:1.15;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.tiles .value.long{font-size:1.25rem;letter-spacing:-.01em}
.tiles .before{margin-top:auto;color:var(--muted);font-size:.8125rem;font-variant-numeric:tabular-nums}
.tiles .change{color:var(--ink);font-weight:650}
.sum{display:block;white-space:nowrap}
.remark{display:block;color:var(--second);font-size:.8125rem;font-weight:600}
figure{margin:0 0 1.25rem;break-inside:avoid}
svg{display:block;overflow:visible;font-size:13px}
svg text{fill:var(--ink)}
.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.m{fill:var(--muted)}
svg text.m{fill:var(--muted)}
.v{font-variant-numeric:tabular-nums;font-weight:650}
.track{fill:var(--track)}
.bar{fill:var(--accent)}
.grid{stroke:var(--line);stroke-width:1}
.base{stroke:var(--muted);stroke-width:1}
.goal{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 4}
.l{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
.l0{stroke:var(--accent)}.l1{stroke:var(--second);stroke-dasharray:7 5}.l2{stroke:var(--third);stroke-dasharray:1.5 5}.l3{stroke:var(--fourth);stroke-dasharray:9 4 1.5 4}
.d0{fill:var(--accent)}.d1{fill:var(--second)}.d2{fill:var(--third)}.d3{fill:var(--fourth)}
.d{stroke:var(--paper);stroke-width:1.5}
.sumline{stroke:var(--second);stroke-width:1.75;fill:none;vector-effect:non-scaling-stroke}
.sumdot{fill:var(--second);stroke:var(--paper);stroke-width:2}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 .6rem;padding:0;list-style:none;font-size:.875rem}
.legend li{display:flex;align-items:center;gap:.5rem}
.legend svg{flex:none}
.c{stroke:var(--paper);stroke-width:2}
.h0{fill:var(--h0)}.h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}.h4{fill:var(--h4)}
svg text.n4{fill:var(--on4)}
.cell{font-size:11px;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
th,td{padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline}
th:last-child,td:last-child{padding-right:0}
thead th,thead td{color:var(--muted);font-size:.8125rem;font-weight:600;vertical-align:bottom;border-bottom-color:var(--muted)}
tbody th{font-weight:500}
th[scope=row],td{overflow-wrap:anywhere}
.n{text-align:right}
td.n{overflow-wrap:normal;white-space:nowrap}
.n+td:not(.n),.n+th:not(.n){padding-left:1rem}
tr{break-inside:avoid}
.total th,.total td{font-weight:650;border-top:1px solid var(--muted)}
thead{display:table-header-group}
.many{font-size:.8125rem}
.many th,.many td{padding:.2rem .4rem .2rem 0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
dl{margin:0}
dl div{display:grid;grid-template-columns:12rem 1fr;gap:.25rem 1.5rem;padding:.5rem 0;border-top:1px solid var(--line);font-size:.9375rem;break-inside:avoid}
dt{font-weight:650}
dd{margin:0;color:var(--muted)}
footer{padding:1rem 0 0;border-top:1px solid var(--line);color:var(--muted);font-size:.8125rem}
footer p{margin:0 0 .25rem}
code{overflow-wrap:anywhere;font:.75rem/1.4 ui-monospace,"Liberation Mono",monospace}
.narrow{display:none}
@media (max-width:599px){
main{padding:1.5rem 1rem}
h1{font-size:1.75rem}
section{margin-bottom:2.25rem}
.tiles{grid-template-columns:repeat(auto-fill,minmax(9.25rem,1fr));gap:.5rem}
.tiles li{padding:.75rem .8rem}
.tiles .value{font-size:1.5rem}
.tiles .value.long{font-size:1.0625rem}
.wide{display:none}
.narrow{display:inline}
dl div{grid-template-columns:1fr;gap:0}
.stack,.stack tbody,.stack tr,.stack th,.stack td{display:block}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr{padding:.6rem 0;border-bottom:1px solid var(--line)}
.stack th,.stack td,.stack .n+td:not(.n){padding:0;border:0;text-align:left;white-space:normal}
.stack tbody th{font-weight:650}
.stack td{display:flex;justify-content:space-between;gap:1rem;font-size:.875rem}
.stack td::before{content:attr(data-of);color:var(--muted)}
.stack .sum{text-align:right}
.many thead span{display:inline-block;writing-mode:vertical-rl}
}
@page{size:A4;margin:16mm 16mm 18mm}
@media print{
html{font-size:10.5pt}
main{max-width:none;padding:0}
header{margin-bottom:1.5rem}
section{margin-bottom:1.75rem}
.tiles{grid-template-columns:repeat(4,1fr);gap:.6rem}
.tiles .value{font-size:1.5rem}
.tiles .value.long{font-size:1.05rem}
}
`;
