import type { Client } from './client.js';

export interface Route {
  readonly method: string;
  /** With its placeholders: `/api/records/{id}`. */
  readonly path: string;
  readonly hasBody: boolean;
  readonly query: readonly string[];
}

/** Every route that the OpenAPI document of the running server names. */
export async function documentedRoutes(client: Client): Promise<Route[]> {
  const { body } = await client.get('/api/openapi.json');
  return Object.entries<Record<string, Operation>>(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      hasBody: operation.requestBody !== undefined,
      query: (operation.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name),
    })),
  );
}

interface Operation {
  readonly requestBody?: unknown;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

/** A path with every placeholder filled by the same text. */
export const filled = (path: string, value: string): string =>
  path.replace(/\{[^}]+\}/g, () => encodeURIComponent(value));
