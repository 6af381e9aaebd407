import { Injectable } from '@nestjs/common';
import { Database } from '@holdout/db';
import type { ErrorCode } from '@holdout/domain';
import { watchPools } from '@holdout/telemetry';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { AuthService } from '../auth/auth.js';
import type { OperationName } from '../graphql/operation-names.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How an operation ended: refused, for a reason that its sender can mend, or failed, for one that only we can. */
export type OperationEnd = 'ok' | 'refused' | 'failed';

/** What the API does, for Prometheus: how often, how long, how it ended. Whose it was is nobody's business here. */
@Injectable()
export class ApiMetrics {
  private readonly operations: Histogram<'type' | 'operation' | 'end'>;
  private readonly errors: Counter<'code'>;
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(
    private readonly registry: Registry,
    database: Database,
    authService: AuthService,
  ) {
    const registers = [registry];
    this.operations = new Histogram({
      name: 'holdout_graphql_operation_seconds',
      help: 'Queries and mutations, by the first field that they ask for.',
      labelNames: ['type', 'operation', 'end'],
      buckets: SECONDS,
      registers,
    });
    this.errors = new Counter({
      name: 'holdout_graphql_errors_total',
      help: 'Errors in answers of GraphQL, by their code.',
      labelNames: ['code'],
      registers,
    });
    // Counted from the beginning: an alert sees the first only as a change.
    this.errors.inc({ code: 'INTERNAL' }, 0);
    this.requests = new Histogram({
      name: 'holdout_http_request_seconds',
      help: 'Requests over HTTP, by route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    new Gauge({
      name: 'holdout_sessions_active',
      help: 'Sessions that have not expired, of the whole deployment.',
      registers,
      async collect() {
        this.set(await authService.countSessions());
      },
    });
    watchPools(registry, { api: () => database.connections(), auth: () => authService.connections() });
  }

  operationEnded({ type, field }: OperationName, end: OperationEnd, seconds: number): void {
    this.operations.observe({ type, operation: field, end }, seconds);
  }

  graphqlError(code: ErrorCode): void {
    this.errors.inc({ code });
  }

  requestEnded(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** @param count of the sockets that are open, and of the subscriptions of all of them */
  watchSockets(count: () => { sockets: number; subscriptions: number }): void {
    for (const what of ['sockets', 'subscriptions'] as const) {
      new Gauge({
        name: `holdout_${what}_open`,
        help: `Open ${what} for live pages.`,
        registers: [this.registry],
        collect() {
          this.set(count()[what]);
        },
      });
    }
  }
}
