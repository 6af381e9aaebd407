import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../operation/access.js';
import { CurrentOperation } from '../operation/current-operation.js';
import { Operation } from '../operation/operation.js';
import { AuthoredDiagramsService } from './authored-diagrams.service.js';
import {
  AuthoredDiagramDetailType,
  AuthoredDiagramType,
  BeginDiagramInput,
  SaveDiagramDraftInput,
  DiagramTextType,
} from './authored-diagrams.types.js';

@Resolver(() => AuthoredDiagramType)
export class AuthoredDiagramsResolver {
  constructor(private readonly service: AuthoredDiagramsService) {}

  @AllowRoles('INSTRUCTOR')
  @Query(() => [AuthoredDiagramType], {
    description: "All concept diagrams of the viewer's track, published or not.",
  })
  authoredDiagrams(@CurrentOperation() operation: Operation) {
    return this.service.all(operation);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => AuthoredDiagramDetailType)
  authoredDiagram(@CurrentOperation() operation: Operation, @Args('slug') slug: string) {
    return this.service.named(operation, slug);
  }

  @AllowRoles('INSTRUCTOR')
  @Query(() => DiagramTextType, { description: 'What a version of a diagram says.' })
  diagramVersion(
    @CurrentOperation() operation: Operation,
    @Args('diagramId', { type: () => ID }) diagramId: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.service.version(operation, diagramId, version);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredDiagramDetailType, {
    description: 'Begins a diagram after the others, as a draft.',
  })
  beginDiagram(@CurrentOperation() operation: Operation, @Args('input') input: BeginDiagramInput) {
    return this.service.begin(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredDiagramDetailType, { description: 'Students see nothing of it.' })
  saveDiagramDraft(@CurrentOperation() operation: Operation, @Args('input') input: SaveDiagramDraftInput) {
    return this.service.saveDraft(operation, input);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredDiagramDetailType, { description: 'Puts what a version said into the draft.' })
  restoreDiagramVersion(
    @CurrentOperation() operation: Operation,
    @Args('diagramId', { type: () => ID }) diagramId: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.service.restore(operation, diagramId, version);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredDiagramDetailType, {
    nullable: true,
    description: 'Null where nothing of the diagram was published: it is gone.',
  })
  discardDiagramDraft(
    @CurrentOperation() operation: Operation,
    @Args('diagramId', { type: () => ID }) diagramId: string,
  ) {
    return this.service.discard(operation, diagramId);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredDiagramDetailType, {
    description: 'Makes the draft the next version, which students see from now on.',
  })
  publishDiagram(
    @CurrentOperation() operation: Operation,
    @Args('diagramId', { type: () => ID }) diagramId: string,
    @Args('revision', { type: () => Int, description: 'Of the draft that was looked at.' }) revision: number,
    @Args('note', { description: 'What was changed, and why. Authors see it.' }) note: string,
  ) {
    return this.service.publish(operation, { diagramId, revision, note });
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => AuthoredDiagramDetailType, {
    description: 'Takes it away from students. Publishing brings it back.',
  })
  withdrawDiagram(
    @CurrentOperation() operation: Operation,
    @Args('diagramId', { type: () => ID }) diagramId: string,
  ) {
    return this.service.withdraw(operation, diagramId);
  }

  @AllowRoles('INSTRUCTOR')
  @Mutation(() => [AuthoredDiagramType], {
    description: 'Exchanges it and the one before or after it. Answers the track.',
  })
  moveDiagram(
    @CurrentOperation() operation: Operation,
    @Args('diagramId', { type: () => ID }) diagramId: string,
    @Args('isEarlier') isEarlier: boolean,
  ) {
    return this.service.move(operation, diagramId, isEarlier);
  }
}
