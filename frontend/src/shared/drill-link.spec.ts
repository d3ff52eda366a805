import { expect, it } from 'vitest';
import { cellQuery, drillTarget, topicQuery, withoutDrill } from './drill-link';

it('reads a cell and a topic from the address', () => {
  expect(drillTarget({ topic: '3', of: '370323', clause: '2.1.1', cell: '1.1.3.a@370323-office' })).toEqual({
    topic: 3,
    of: '370323',
    clause: '2.1.1',
    cell: { requirementId: '1.1.3.a', unitCode: '370323-office' },
  });
});

it('takes nonsense for nothing', () => {
  expect(drillTarget({ topic: 'x', cell: '1.1.3.a' })).toEqual({ topic: null, of: null, clause: null, cell: null });
  expect(drillTarget({ topic: ['1', '2'], cell: '@' })).toEqual({ topic: null, of: null, clause: null, cell: null });
});

it('keeps the as-of day and comes back to the topic from a cell', () => {
  const topic = topicQuery({ asOf: '2026-11-24' }, 3, '370323');
  const cell = cellQuery(topic, '1.1.3.a', '370323');
  expect(cell).toEqual({ asOf: '2026-11-24', topic: '3', of: '370323', cell: '1.1.3.a@370323' });
  expect(withoutDrill(cell)).toEqual({ asOf: '2026-11-24' });
});
