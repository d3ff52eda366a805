import { openDatabase } from '../database/open-database.js';
import { Transactions } from '../database/transactions.service.js';
import { CreateSequence1790000001000, SequenceEntity, SequenceRepository, SequenceService } from './index.js';

describe('the county-wide sequence', () => {
  it('has no gap and no double, also when half of those who took a number give up', async () => {
    const { dataSource, gate } = await openDatabase(':memory:', {
      entities: [SequenceEntity],
      migrations: [CreateSequence1790000001000],
    });
    const transactions = new Transactions(dataSource, gate);
    const sequence = new SequenceService(new SequenceRepository(dataSource));
    expect(await sequence.current()).toBe(0);
    const kept: number[] = [];
    const work = Array.from({ length: 60 }, (_, n) =>
      transactions.run(async (transaction) => {
        const number = n % 5 === 0 ? await sequence.nextMany(transaction, 3) : await sequence.next(transaction);
        if (n % 2 === 1) throw new Error('given up');
        kept.push(...(n % 5 === 0 ? [number, number + 1, number + 2] : [number]));
      }),
    );
    await Promise.allSettled(work);
    expect(kept).toEqual(kept.map((_, index) => index + 1));
    expect(await sequence.current()).toBe(kept.length);
    await dataSource.destroy();
  });
});
