export const listView = `<section class="lead">
  <h1>{{t.portal}}</h1>
  <p>{{t.lead}}</p>
  <form action="/" method="get" role="search">
    <input type="hidden" name="lang" value="{{language}}">
    <label>{{t.search}}<input type="search" name="q" value="{{q}}"></label>
    <label>{{t.office}}<select name="office"><option value="">{{t.allOffices}}</option>
      {{#each offices}}<option value="{{code}}"{{#if selected}} selected{{/if}}>{{name}} ({{count}})</option>{{/each}}</select></label>
    <button type="submit">{{t.searchButton}}</button>
  </form>
</section>
{{#if results.length}}
<p class="count" role="status">{{count}} {{#if isOne}}{{t.foundOne}}{{else}}{{t.found}}{{/if}}</p>
<ul class="cards">{{#each results}}
  <li><h2><a href="/dataset/{{slug}}?lang={{@root.language}}">{{title}}</a></h2>
  <p>{{definition}}</p>
  <p class="meta">{{officeName}} · {{@root.t.updated}} {{modified}}</p></li>{{/each}}
</ul>
<nav class="pages">{{#if previous}}<a href="{{previous}}" rel="prev">{{t.previous}}</a>{{/if}}{{#if next}}<a href="{{next}}" rel="next">{{t.next}}</a>{{/if}}</nav>
{{else}}<p class="empty" role="status">{{#if searched}}{{t.none}}{{else}}{{t.empty}}{{/if}}</p>{{/if}}`;
