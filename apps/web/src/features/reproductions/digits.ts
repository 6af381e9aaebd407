/** A number with so many digits that say something: a difference shows long before it matters. */
export const digits = (value: number, count: number): string => String(Number(value.toPrecision(count)));
