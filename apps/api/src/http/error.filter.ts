import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { NotFoundError } from '@holdout/domain';
import { BlobNotFoundError } from '@holdout/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from './http-errors.js';

/** Errors of controllers become JSON; those of resolvers go on to the formatter of GraphQL. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') throw exception;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { status, body } = httpError(known(exception), request.id);
    if (status === 500) this.logger.error({ err: exception, correlationId: request.id }, 'A request failed.');
    return reply.code(status).send(body);
  }
}

/** Nest's own 404 and a blob that is gone are said in our words. */
function known(exception: unknown): unknown {
  if (exception instanceof HttpException && exception.getStatus() === 404)
    return new NotFoundError('This address');
  if (exception instanceof BlobNotFoundError) return new NotFoundError('The file');
  return exception;
}
