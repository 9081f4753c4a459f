/** An operation of the HTTP interface, as the OpenAPI document names it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces. */
  readonly path: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation that the running product describes. */
export async function allRoutes(url: string): Promise<Route[]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, operations]) => METHODS.filter((method) => method in operations).map((method) => ({ method: method.toUpperCase() as Route['method'], path })));
}

/** Puts one id in the place of every parameter. */
export const fillPath = (path: string, id: string): string => path.replace(/\{[^}]+\}/g, encodeURIComponent(id));
