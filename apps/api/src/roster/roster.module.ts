import { Module } from '@nestjs/common';
import { InvitationDrafts } from '../invitations/invitation-drafts.js';
import { RunsModule } from '../runs/runs.module.js';
import { RosterController } from './roster.controller.js';
import { RosterImportsResolver } from './roster-imports.resolver.js';
import { RosterImportsService } from './roster-imports.service.js';
import { RosterService } from './roster.service.js';

@Module({
  imports: [RunsModule],
  controllers: [RosterController],
  providers: [InvitationDrafts, RosterImportsResolver, RosterImportsService, RosterService],
  exports: [RosterService],
})
export class RosterModule {}
