import { Controller, Get, Header, Param } from '@nestjs/common';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { RUN_READERS } from '../runs/run-readers.js';
import { ReproductionsService } from './reproductions.service.js';

@AllowRoles(...RUN_READERS)
@Controller('files')
export class PackageListsController {
  constructor(private readonly reproductions: ReproductionsService) {}

  @Get('runs/:runId/packages/:image')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  packages(
    @CurrentOperation() operation: Operation,
    @Param('runId') runId: string,
    @Param('image') image: string,
  ) {
    return this.reproductions.packages(operation, runId, image);
  }
}
