import { FormPolicy } from './platform/forms/index.js';
import { AccessRegistry } from './platform/identity/index.js';
import { packageRoot } from './platform/kernel/index.js';
import { ReleaseCheck } from './platform/releases/release-check.js';
import { StepProperties } from './platform/releases/step-properties.js';
import { shippedResources } from './platform/releases/shipped-resources.js';
import { SatuData } from './satu-data/index.js';
import { catalogueOf, HandlerCatalogue, lettersOf } from './sdk/index.js';

/** What ships with the product fits together: diagrams, forms, letters, and the handlers that do the automatic steps. */
it('has no findings', async () => {
  const check = new ReleaseCheck(new FormPolicy(), new HandlerCatalogue(catalogueOf([SatuData]), lettersOf([SatuData])), { keys: () => Promise.resolve(new AccessRegistry([SatuData]).roleKeys) }, new StepProperties([SatuData]));
  const { findings } = await check.release(shippedResources(packageRoot()));
  expect(findings.map(({ path, elementId, code, message }) => `${path} ${elementId} ${code} ${message.en}`)).toEqual([]);
});
