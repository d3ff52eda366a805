/** The list's filters stand in the address, so that going back finds the same list. */
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { RecordQuery, ReviewState } from '../../api';
import { isDay } from '../../shared/days';

export const PAGE_SIZE = 50;
const STATES: readonly ReviewState[] = ['pending', 'approved', 'returned', 'withdrawn'];

export interface ListFilter {
  readonly type: string | null;
  readonly unit: string | null;
  readonly state: ReviewState | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string;
  readonly page: number;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const day = (value: unknown): string | null => (isDay(value) ? value : null);

/** Reads the filters; a value that is none counts as not set. */
export function readFilter(query: LocationQuery): ListFilter {
  const page = Number(text(query.page) ?? '1');
  return {
    type: text(query.type),
    unit: text(query.unit),
    state: STATES.find((state) => state === query.state) ?? null,
    from: day(query.from),
    to: day(query.to),
    q: text(query.q) ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address with other filters; a changed filter goes back to the first page. */
export function withFilter(query: LocationQueryRaw, change: Partial<ListFilter>): LocationQueryRaw {
  const next: LocationQueryRaw = { ...query, page: undefined };
  for (const [name, value] of Object.entries(change))
    next[name] = value === null || value === '' || value === 1 ? undefined : String(value);
  return next;
}

/** What the server is asked for. */
export function toRecordQuery(filter: ListFilter): RecordQuery {
  // What was entered last stands first: who has just entered something looks for it at the top.
  const query: RecordQuery = { page: filter.page, size: PAGE_SIZE, sort: '-submittedAt' };
  if (filter.type) query.type = filter.type;
  if (filter.unit) Object.assign(query, { unit: filter.unit, subtree: true });
  if (filter.state) query.state = filter.state;
  if (filter.from) query.from = filter.from;
  if (filter.to) query.to = filter.to;
  if (filter.q.trim()) query.q = filter.q.trim();
  return query;
}

/** Whether anything narrows the list. */
export const isFiltered = ({ type, unit, state, from, to, q }: ListFilter): boolean =>
  [type, unit, state, from, to].some((value) => value !== null) || q !== '';
