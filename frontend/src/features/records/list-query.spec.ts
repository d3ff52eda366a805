import { expect, it } from 'vitest';
import { isFiltered, readFilter, toRecordQuery, withFilter } from './list-query';

it('reads filters and drops what is none', () => {
  const filter = readFilter({ type: 'meeting', state: 'gone', from: '2026-02-30', to: '2026-03-01', page: '0' });
  expect(filter).toEqual({ type: 'meeting', unit: null, state: null, from: null, to: '2026-03-01', q: '', page: 1 });
  expect(isFiltered(filter)).toBe(true);
  expect(isFiltered(readFilter({ page: '3' }))).toBe(false);
});

it('goes back to the first page when a filter changes, and keeps the rest of the address', () => {
  expect(withFilter({ page: '4', asOf: '2026-11-24' }, { unit: 't1' })).toEqual({
    asOf: '2026-11-24',
    unit: 't1',
    page: undefined,
  });
  expect(withFilter({}, { page: 2 }).page).toBe('2');
});

it('asks for a unit with what belongs to it', () => {
  expect(toRecordQuery(readFilter({ unit: 't1', q: ' 纪要 ' }))).toEqual({
    page: 1,
    size: 50,
    sort: '-submittedAt',
    unit: 't1',
    subtree: true,
    q: '纪要',
  });
});
