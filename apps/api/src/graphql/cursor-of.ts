import { BadUserInputError } from '@holdout/domain';
import { z } from 'zod';

interface Cursors<Spot> {
  encode: (spot: Spot) => string;
  /** @throws BadUserInputError for anything that `encode` did not produce */
  decode: (cursor: string) => Spot;
}

/**
 * Cursors of a list whose position is more than an id.
 * @param message the error message for an invalid cursor
 */
export function cursorOf<Schema extends z.ZodType>(
  schema: Schema,
  message: string,
): Cursors<z.output<Schema>> {
  return {
    // Parsing keeps only what the schema defines, because a caller may pass a position together with the rest of its
    // row.
    encode: (spot) => Buffer.from(JSON.stringify(schema.parse(spot))).toString('base64url'),
    decode: (cursor) => {
      try {
        return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
      } catch (error) {
        if (error instanceof z.ZodError || error instanceof SyntaxError)
          throw new BadUserInputError(message, { field: 'after' });
        throw error;
      }
    },
  };
}
