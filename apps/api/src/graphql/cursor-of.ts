import { BadUserInputError } from '@holdout/domain';
import { z } from 'zod';

interface Cursors<Spot> {
  encode: (spot: Spot) => string;
  /** @throws BadUserInputError for what `encode` did not make */
  decode: (cursor: string) => Spot;
}

/**
 * Cursors of a list that goes on from more than an id.
 * @param message what to say to whoever brings another one
 */
export function cursorOf<Schema extends z.ZodType>(
  schema: Schema,
  message: string,
): Cursors<z.output<Schema>> {
  return {
    // Only what the schema knows: a spot may come with the rest of its row.
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
