import type { Browser } from 'playwright-core';
import { startProduct, type Product } from './app.js';
import { launchBrowser } from './browser.js';
import { Stage } from './stage.js';

const CLOSING = 120_000;

/** What a spec in a browser has: a product of its own, a way to move it by its API, and the browser. */
export interface BrowserStage {
  readonly product: Product;
  readonly stage: Stage;
  readonly browser: Browser;
}

type Options = Parameters<typeof startProduct>[0];

/** For all tests of the suite that it stands in: started before them, closed after them, also where `ready` did not get to its end. By a function, options are asked for once what stands before has begun. */
export function onBrowserStage(ready: (given: BrowserStage) => Promise<void>, timeout: number, options: Options | (() => Options) = { demo: true }): void {
  let product: Product | undefined;
  let stage: Stage | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    product = await startProduct(typeof options === 'function' ? options() : options);
    stage = await Stage.of(product);
    browser = await launchBrowser();
    await ready({ product, stage, browser });
  }, timeout);
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
    await product?.stop();
  }, CLOSING);
}
