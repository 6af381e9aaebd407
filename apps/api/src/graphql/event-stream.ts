import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Credentials } from '../operation/credentials.js';
import type { Operation } from '../operation/operation.js';
import type { Operations } from '../operation/operations.js';
import type { ErrorFormatter } from './errors.js';

/**
 * The results of a subscription. Each event is an operation of its own that reads the viewer again. So a revoked
 * session or a removed membership ends the stream, and no transaction stays open between events.
 */
export class EventStream implements AsyncIterableIterator<ExecutionResult> {
  private ended = false;

  private constructor(
    private readonly source: AsyncIterator<unknown>,
    private readonly args: ExecutionArgs,
    private readonly operations: Operations,
    private readonly formatter: ErrorFormatter,
  ) {}

  /** Opens the stream, or returns the errors that prevent it. */
  static async open(
    args: ExecutionArgs,
    operations: Operations,
    formatter: ErrorFormatter,
  ): Promise<EventStream | ExecutionResult> {
    const { credentials } = args.contextValue as { credentials: Credentials };
    const operation = operations.open(credentials, randomUUID());
    try {
      const source = await createSourceEventStream({ ...args, contextValue: { operation } });
      if (!(Symbol.asyncIterator in source)) return formatted(source, formatter, operation);
      return new EventStream(source[Symbol.asyncIterator](), args, operations, formatter);
    } catch (error) {
      return formatted({ errors: [error] }, formatter, operation);
    } finally {
      await operation.rollback();
    }
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    if (this.ended) return { done: true, value: undefined };
    const { credentials } = this.args.contextValue as { credentials: Credentials };
    let event: IteratorResult<unknown>;
    try {
      event = await this.source.next();
    } catch (error) {
      return {
        done: false,
        value: await this.endWith(error, this.operations.open(credentials, randomUUID())),
      };
    }
    if (event.done) return { done: true, value: undefined };
    const operation = this.operations.open(credentials, randomUUID());
    try {
      const result = await execute({ ...this.args, rootValue: event.value, contextValue: { operation } });
      // Without data, the viewer may no longer see it or it cannot be read: later events would fail in the same way.
      if (!result.data) await this.return();
      return { done: false, value: formatted(result, this.formatter, operation) };
    } catch (error) {
      return { done: false, value: await this.endWith(error, operation) };
    } finally {
      // An event only reads, so there is nothing to commit.
      await operation.rollback();
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    this.ended = true;
    await this.source.return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async endWith(error: unknown, operation: Operation): Promise<ExecutionResult> {
    await this.return();
    return formatted({ errors: [error] }, this.formatter, operation);
  }
}

type Raw = { data?: ExecutionResult['data']; errors?: readonly unknown[] };

function formatted({ data, errors }: Raw, formatter: ErrorFormatter, operation: Operation): ExecutionResult {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors: errors.map((error) => formatter.asError(error, operation.correlationId)) } : {}),
  };
}
