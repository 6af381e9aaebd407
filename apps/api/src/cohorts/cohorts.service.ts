import { Injectable } from '@nestjs/common';
import { cohortsOf, listCohorts } from '@holdout/db';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';

@Injectable()
export class CohortsService {
  async list(operation: Operation) {
    const member = await operation.member();
    const tx = await operation.tx();
    return isStaff(member) ? listCohorts(tx) : cohortsOf(tx, member.userId);
  }
}
