import { Module } from '@nestjs/common';
import { InvitationDrafts } from '../invitations/invitation-drafts.js';
import { RosterController } from './roster.controller.js';
import { RosterService } from './roster.service.js';

@Module({
  controllers: [RosterController],
  providers: [InvitationDrafts, RosterService],
  exports: [RosterService],
})
export class RosterModule {}
