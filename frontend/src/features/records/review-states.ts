/** The states of a record as people see them. */
export interface ReviewLook {
  readonly word: string;
  readonly text: string;
  readonly fill: string;
}

export const REVIEW_LOOKS: Readonly<Record<'pending' | 'approved' | 'returned' | 'withdrawn', ReviewLook>> = {
  pending: { word: '待审', text: '#8a5a00', fill: '#fdf1d6' },
  approved: { word: '通过', text: '#17693f', fill: '#e3f4ea' },
  returned: { word: '退回', text: '#a3271d', fill: '#fbe5e2' },
  withdrawn: { word: '撤回', text: '#4b5563', fill: '#eceef1' },
};
