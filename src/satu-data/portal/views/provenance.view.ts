/** Where a published number comes from; and in its place, that it is not told. */
export const provenanceView = `<nav class="crumbs"><a href="/dataset/{{slug}}?lang={{language}}">← {{datasetTitle}}</a></nav>
<article class="asal">
<p class="meta">{{t.provenance}}</p>
<h1>{{heading}}</h1>
<p class="figure"><strong>{{value}}</strong> {{unit}}</p>
{{#if incomplete}}<p class="meta">{{incomplete}}</p>{{/if}}
<p class="meta">{{officeName}} · {{periodTitle}}</p>
<section aria-labelledby="sel"><h2 id="sel">{{t.madeOf}}</h2>
{{#if formula}}<p>{{t.formula}}: <code>{{formula}}</code></p>{{/if}}
<p>{{t.source}}: {{fileName}}</p>
{{#if cells.length}}<div class="scroll" tabindex="0" role="region" aria-labelledby="sel"><table>
<thead><tr><th scope="col">{{t.cell}}</th><th scope="col" class="number">{{t.value}}</th><th scope="col">{{t.column}}</th><th scope="col">{{t.where}}</th></tr></thead>
<tbody>{{#each cells}}<tr><th scope="row">{{cell}}</th><td class="number">{{#if href}}<a class="asal-usul" rel="nofollow" href="{{href}}">{{value}}</a>{{else}}{{value}}{{/if}}</td><td>{{column}}</td><td>{{where}}</td></tr>{{/each}}</tbody>
</table></div>{{/if}}{{#if moreCells}}<p class="meta">{{moreCells}}</p>{{/if}}
{{#if leftOut}}<p class="meta">{{leftOut}}</p>{{/if}}
{{#if others.length}}<p>{{t.others}}: {{#each others}}<a rel="nofollow" href="{{href}}">{{title}}</a>{{#unless @last}}, {{/unless}}{{/each}}</p>{{/if}}</section>
<section aria-labelledby="langkah"><h2 id="langkah">{{t.steps}}</h2>
<ol class="steps">{{#each steps}}<li><h3><span class="step">{{../t.step}} {{number}}</span> {{title}}</h3>
{{#if nothing}}<p class="meta">{{../t.noRecord}}</p>{{else}}<p class="meta">{{#if by}}{{by}}{{#if at}} · {{/if}}{{/if}}{{#if at}}{{at}}{{/if}}</p>{{/if}}
{{#if facts.length}}<dl>{{#each facts}}<dt>{{label}}</dt><dd>{{#if href}}<a href="{{href}}">{{value}}</a>{{else}}{{value}}{{/if}}</dd>{{/each}}</dl>{{/if}}</li>{{/each}}</ol>
{{#if hides}}<p class="meta">{{t.hides}}</p>{{/if}}</section>
</article>`;

export const untoldView = `<h1>{{heading}}</h1><p role="status">{{why}}</p><p><a class="primary" href="/dataset/{{slug}}?lang={{language}}">{{datasetTitle}}</a></p>`;
