import { BadUserInputError } from '@holdout/domain';
import type { FastifyReply } from 'fastify';
import { type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { inSpan } from '@holdout/telemetry';
import { nameOperation } from '../http/ended-requests.js';
import type { ApiMetrics, OperationEnd } from '../metrics/api-metrics.js';
import type { Operation } from '../operation/operation.js';
import type { ErrorFormatter, ReportInternal } from './errors.js';
import { operationNameOf, UNKNOWN } from './operation-names.js';
import type { AskedDocument, TrustedDocuments } from './trusted-documents.js';

export interface GraphqlRequest {
  asked: AskedDocument;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
}

type Understood = Omit<GraphqlRequest, 'asked'> & { query: string };

export interface GraphqlResponse {
  data?: unknown;
  errors?: GraphQLFormattedError[];
}

const NAME_CHARACTERS = 80;
/** Limit on the errors that validation reports: a short query must not cause a long answer. */
const MOST_ERRORS = 10;

/** Runs one query or mutation as one operation and ends its transaction before the response is sent. */
export class GraphqlExecutor {
  constructor(
    private readonly documents: TrustedDocuments,
    private readonly formatter: ErrorFormatter,
    private readonly report: ReportInternal,
    private readonly metrics: ApiMetrics,
  ) {}

  async execute(
    reply: FastifyReply,
    operation: Operation,
    { asked, ...rest }: GraphqlRequest,
  ): Promise<GraphqlResponse> {
    const query = await this.documents.textOf(asked, operation).catch((error: unknown) => error);
    return typeof query === 'string'
      ? this.understood(reply, operation, { ...rest, query })
      : { errors: this.formatted([query], operation) };
  }

  private understood(
    reply: FastifyReply,
    operation: Operation,
    request: Understood,
  ): Promise<GraphqlResponse> {
    const name = operationNameOf(request.query, request.operationName);
    const startedAt = performance.now();
    return inSpan(
      `${name.type} ${name.field}`.slice(0, NAME_CHARACTERS),
      { 'holdout.correlation_id': operation.correlationId },
      async (span) => {
        const response = await this.run(reply, operation, request);
        const end = endOf(response);
        // An invalid query can contain any names. Only names of the schema may become metric labels.
        const isValid = response.data !== undefined;
        nameOperation(reply.request, `${name.type} ${isValid ? name.field : UNKNOWN.field}`);
        this.metrics.operationEnded(isValid ? name : UNKNOWN, end, (performance.now() - startedAt) / 1000);
        span.setAttribute('holdout.end', end);
        return response;
      },
    );
  }

  private async run(
    reply: FastifyReply,
    operation: Operation,
    request: Understood,
  ): Promise<GraphqlResponse> {
    if (this.documents.onlyRead(request.query)) operation.onlyReads();
    try {
      const result: ExecutionResult = await reply.graphql(
        request.query,
        { operation },
        request.variables ?? {},
        request.operationName ?? undefined,
      );
      const failed = Boolean(result.errors?.length);
      if (failed && operationNameOf(request.query, request.operationName).type === 'mutation') {
        await operation.rollback();
        // The transaction was rolled back, so the response must not contain results of it.
        return { data: null, errors: this.formatted(result.errors ?? [], operation) };
      }
      await this.commit(operation);
      return {
        data: result.data,
        ...(failed ? { errors: this.formatted(result.errors ?? [], operation) } : {}),
      };
    } catch (error) {
      await operation.rollback();
      return { errors: this.formatted(errorsIn(error), operation) };
    }
  }

  private async commit(operation: Operation): Promise<void> {
    for (const outcome of await operation.commit()) {
      if (outcome.status === 'rejected') this.report(outcome.reason, operation.correlationId);
    }
  }

  private formatted(errors: readonly unknown[], operation: Operation): GraphQLFormattedError[] {
    return errors.map((error) => this.formatter.format(error, operation.correlationId));
  }
}

/** Validation throws a single error that carries the list. */
function errorsIn(error: unknown): readonly unknown[] {
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors))
    return error.errors.slice(0, MOST_ERRORS);
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('MER_ERR_')) {
    return [new BadUserInputError(error.message)];
  }
  return [error];
}

function endOf({ errors = [] }: GraphqlResponse): OperationEnd {
  if (errors.length === 0) return 'ok';
  return errors.some(({ extensions }) => extensions?.code === 'INTERNAL') ? 'failed' : 'refused';
}
