package id.tertib.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Resolves {@code #{execution.processBusinessKey}}, by which a call activity hands its business key on; no other property. */
final class BusinessKeyResolver extends ELResolver {

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (!(base instanceof DelegateExecution execution) || !"processBusinessKey".equals(property)) {
      return null;
    }
    context.setPropertyResolved(true);
    return execution.getProcessBusinessKey();
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    // Never resolved here: the business key cannot be assigned by an expression.
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }
}
