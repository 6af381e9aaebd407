import { Injectable } from '@nestjs/common';
import type { Operation } from '../operation/operation.js';
import { viewersCohorts } from './viewers-cohorts.js';

@Injectable()
export class CohortsService {
  async list(operation: Operation) {
    return operation.shared(viewersCohorts);
  }
}
