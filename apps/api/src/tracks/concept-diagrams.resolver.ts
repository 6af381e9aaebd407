import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssignmentsService } from '../assignments/assignments.service.js';
import { AssignmentType } from '../assignments/assignments.types.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { ConceptDiagramType } from './tracks.types.js';

@Resolver(() => ConceptDiagramType)
export class ConceptDiagramsResolver {
  constructor(private readonly assignments: AssignmentsService) {}

  @ResolveField(() => AssignmentType, { nullable: true, description: 'The exercise that asks for it.' })
  redraw(@CurrentOperation() operation: Operation, @Parent() { slug }: ConceptDiagramType) {
    return this.assignments.redrawing(operation, slug);
  }
}
