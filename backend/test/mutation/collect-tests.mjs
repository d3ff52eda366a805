// The few words of Jest that the engine's specs use, collecting instead of running.
import { expect } from 'expect';

/** Fresh globals and the list that they fill: `{ id, body }`, the id being the titles in a row. */
export function collectTests() {
  const tests = [];
  const titles = [];
  const seen = new Map();
  const describe = (title, body) => {
    titles.push(title);
    body();
    titles.pop();
  };
  const it = (title, body) => {
    const id = [...titles, title].join(' › ');
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    tests.push({ id: times === 1 ? id : `${id} #${times}`, body });
  };
  it.each = (rows) => (title, body) =>
    rows.forEach((row, at) => it(`${title} (${at + 1})`, () => (Array.isArray(row) ? body(...row) : body(row))));
  describe.each = (rows) => (title, body) =>
    rows.forEach((row, at) => describe(`${title} (${at + 1})`, () => (Array.isArray(row) ? body(...row) : body(row))));
  // The engine is pure: its specs need nothing torn down.
  const beforeAll = (body) => body();
  const afterAll = () => undefined;
  return { tests, globals: { describe, it, test: it, expect, beforeAll, afterAll } };
}
