/** The frame of every page of the portal. Handlebars escapes all but `body`, which is a rendered view. */
export const layoutView = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}} – {{t.portal}}</title>
{{#if description}}<meta name="description" content="{{description}}">{{/if}}
<link rel="icon" href="/admin/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/portal.css">
</head>
<body>
<a class="skip" href="#isi">{{t.skip}}</a>
<header class="bar">
  <a class="brand" href="/?lang={{language}}"><strong>{{t.portal}}</strong><span>{{officeName}}</span></a>
  <nav aria-label="{{t.portal}}">
    <a href="?lang={{otherLanguage}}{{keep}}" lang="{{otherLanguage}}" hreflang="{{otherLanguage}}">{{otherLanguageName}}</a>
    <a href="/admin/">{{t.staff}}</a>
  </nav>
</header>
<main id="isi">{{{body}}}</main>
<footer><p>{{officeName}}</p></footer>
</body>
</html>`;
