/** Everything that the trail tells of. A new kind of change gets its word here first. */
export const AUDIT_ACTIONS = [
  'session.login',
  'session.logout',
  'session.password',
  'account.oneTimePassword',
  'record.enter',
  'record.edit',
  'record.attach',
  'record.detach',
  'record.withdraw',
  'record.approve',
  'record.return',
  'record.import',
  'unit.change',
  'setting.change',
  'holiday.change',
  'report.export',
  'evidence.download',
  'audit.read',
  'access.refused',
  'request.failed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** done: it happened; refused: it was not allowed; failed: the server could not do it. */
export const AUDIT_RESULTS = ['done', 'refused', 'failed'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

export const AUDIT_OBJECTS = ['account', 'record', 'evidence', 'unit', 'setting', 'report', 'audit', 'route'] as const;
export type AuditObject = (typeof AUDIT_OBJECTS)[number];

/** What a room tells. `before` and `after` become short JSON; never a password, a token, or the bytes of a file. */
export interface Told {
  readonly action: AuditAction;
  readonly object: { readonly kind: AuditObject; readonly id: string | number | null };
  readonly before?: unknown;
  readonly after?: unknown;
  /** Left out: done. */
  readonly result?: AuditResult;
  /** Left out: whoever is signed in on the request; outside of requests the program itself. */
  readonly who?: { readonly id: string | null; readonly name: string };
}

/** One entry without its hash. Instants ISO in UTC; `utcOffset` says what the clocks on the wall showed. */
export interface EntryContent {
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  readonly at: string;
  readonly utcOffset: string;
  readonly actorId: string | null;
  readonly actorName: string;
  /** Unit and role of the actor, where accounts have them. */
  readonly unitCode: string | null;
  readonly role: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** JSON, as it is stored. */
  readonly before: string | null;
  readonly after: string | null;
  readonly result: string;
  /** Hash of the entry before; of the first one `FIRST_PREVIOUS`. */
  readonly previousHash: string;
}

export interface AuditEntry extends EntryContent {
  readonly hash: string;
}
