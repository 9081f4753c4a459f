import { Converter, ReflectionKind } from 'typedoc';
import { MarkdownTheme, MarkdownThemeContext } from 'typedoc-plugin-markdown';

/** Less around the texts: no constructors that nobody calls, no "Returns" that repeats the signature. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const one of project.getReflectionsByKind(ReflectionKind.Constructor)) {
      const takes = one.signatures?.some(({ parameters = [] }) => parameters.length > 0);
      if (!takes || one.parent?.flags.isAbstract) project.removeReflection(one);
    }
  });
  app.renderer.defineTheme('tertib', class extends MarkdownTheme {
    getRenderContext(page) {
      return new Context(this, page, this.application.options);
    }
  });
}

class Context extends MarkdownThemeContext {
  partials = {
    ...this.partials,
    hierarchy: () => '',
    inheritance: () => '',
    // A line that moved is no change of the reference.
    sources: () => '',
    signatureReturns: (model, options) => (model.comment?.getTag('@returns') ? super.partials.signatureReturns(model, options) : ''),
  };
}
