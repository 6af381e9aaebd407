import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BadUserInputError, NotFoundError } from '@holdout/domain';
import { BlobNotFoundError } from '@holdout/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpError, type ErrorBody } from './http-errors.js';

/** Errors of controllers become JSON; those of resolvers go on to the formatter of GraphQL. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') throw exception;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(exception);
    if (refusal) {
      const { body } = httpError(new BadUserInputError(refusal.message), request.id);
      return answer(reply, refusal.status, body);
    }
    const { status, body } = httpError(known(exception), request.id);
    if (status === 500) this.logger.error({ err: exception, correlationId: request.id }, 'A request failed.');
    return answer(reply, status, body);
  }
}

/** A route may have said already that it sends text. */
function answer(reply: FastifyReply, status: number, body: ErrorBody): unknown {
  return reply.code(status).type('application/json; charset=utf-8').send(body);
}

/** Nest's own 404 and a blob that is gone are said in our words. */
function known(exception: unknown): unknown {
  if (exception instanceof HttpException && exception.getStatus() === 404)
    return new NotFoundError('This address');
  if (exception instanceof BlobNotFoundError) return new NotFoundError('The file');
  return exception;
}

/** What the HTTP server itself did not take: too large a body, one that is not JSON, a type it does not know. */
function refusalOf(exception: unknown): { status: number; message: string } | null {
  if (!(exception instanceof HttpException)) return null;
  const status = exception.getStatus();
  return status >= 400 && status < 500 && status !== 404 ? { status, message: exception.message } : null;
}
