export const datasetView = `<nav class="crumbs"><a href="/?lang={{language}}">← {{t.back}}</a></nav>
<article>
<h1>{{title}}</h1>
<p class="meta">{{officeName}} · {{t.updated}} {{modified}} · {{licence.title}}</p>
<p>{{definition}}</p>
<p class="links">{{#each downloads}}<a{{#if isMain}} class="primary"{{/if}} href="{{href}}">{{label}}</a> {{/each}}</p>
{{#with chart}}<section aria-labelledby="grafik"><h2 id="grafik">{{../t.chart}}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="grafik"><picture><source media="(max-width:640px)" srcset="/dataset/{{../slug}}/chart.svg?lang={{../language}}&amp;shape=narrow"><img class="chart" src="/dataset/{{../slug}}/chart.svg?lang={{../language}}" alt="{{../t.chartOf}} {{title}}. {{#if numbers}}{{../t.chartNumbers}}{{else}}{{../t.table}}{{/if}} ↓"></picture></div>
<p class="meta">{{about}}</p>
{{#with numbers}}<details{{#if isOpen}} open{{/if}}><summary>{{../../t.chartNumbers}} ({{count}})</summary>
{{#if hint}}<p class="meta">{{hint}}</p>{{/if}}<div class="scroll" tabindex="0" role="region" aria-label="{{../../t.chartNumbers}}"><table class="bars">
<thead><tr><th scope="col">{{by}}</th><th scope="col" class="number">{{measure}}{{#if unit}} <small>({{unit}})</small>{{/if}}</th></tr></thead>
<tbody>{{#each bars}}<tr><th scope="row">{{name}}</th><td class="number"><a class="asal-usul" rel="nofollow" href="{{href}}">{{value}}</a></td></tr>{{/each}}</tbody>
</table></div></details>{{/with}}</section>{{/with}}
<section aria-labelledby="tabel"><h2 id="tabel">{{t.table}}</h2>
{{#if partly}}<p class="meta">{{partly}}</p>{{/if}}<p class="meta">{{t.provenanceHint}}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="tabel"><table>
<thead><tr>{{#each columns}}<th scope="col"{{#if number}} class="number"{{/if}}>{{title}}{{#if unit}} <small>({{unit}})</small>{{/if}}</th>{{/each}}</tr></thead>
<tbody>{{#each rows}}<tr>{{#each this}}<td{{#if number}} class="number"{{/if}}>{{#if href}}<a class="asal-usul" rel="nofollow" href="{{href}}">{{value}}</a>{{else}}{{value}}{{/if}}</td>{{/each}}</tr>{{/each}}</tbody>
{{#if totals}}<tfoot><tr>{{#each totals}}<td{{#if number}} class="number"{{/if}}>{{#if href}}<a class="asal-usul" rel="nofollow" href="{{href}}">{{value}}</a>{{else}}{{value}}{{/if}}</td>{{/each}}</tr></tfoot>{{/if}}
</table></div>{{#if totalsIncomplete}}<p class="meta">{{totalsIncomplete}}</p>{{/if}}{{#if confidential}}<p class="meta">{{t.confidential}}</p>{{/if}}</section>
<section aria-labelledby="metadata"><h2 id="metadata">{{t.metadata}}</h2>
<dl>{{#each metadata}}<dt>{{label}}</dt><dd>{{#if url}}<a href="{{url}}">{{value}}</a>{{else}}{{value}}{{/if}}</dd>{{/each}}</dl></section>
</article>`;

export const missingView = `<h1>{{t.missing}}</h1><p role="status">{{t.notFound}}</p><p><a class="primary" href="/?lang={{language}}">{{t.back}}</a></p>`;
