import { Query, Resolver } from '@nestjs/graphql';
import { Public } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ViewerService } from './viewer.service.js';
import { ViewerType } from './viewer.types.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly viewers: ViewerService) {}

  @Public()
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  async viewer(@CurrentOperation() operation: Operation): Promise<ViewerType | null> {
    const viewer = await operation.viewer();
    return viewer && this.viewers.describe(viewer);
  }
}
