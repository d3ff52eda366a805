/** What a running server says about itself; open without login. */
export interface HealthReport {
  readonly version: string;
  readonly database: { readonly kind: string; readonly migration: string | null };
  readonly standard: { readonly id: string; readonly version: string; readonly hash: string } | null;
}

export const HEALTH = Symbol('HealthReport');
