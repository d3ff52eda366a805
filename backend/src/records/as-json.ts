/** A value in a text column, as JSON: the same on every database. */
export const asJson = {
  to: (value: unknown): string => JSON.stringify(value),
  from: (text: string): unknown => JSON.parse(text),
};
