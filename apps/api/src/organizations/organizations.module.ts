import { Module } from '@nestjs/common';
import { InvitationDrafts } from '../invitations/invitation-drafts.js';
import { LogosController } from './logos.controller.js';
import { OrganizationSettingsResolver } from './organization-settings.resolver.js';
import { OrganizationSettingsService } from './organization-settings.service.js';
import { OrganizationsResolver } from './organizations.resolver.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  controllers: [LogosController],
  providers: [
    InvitationDrafts,
    OrganizationSettingsResolver,
    OrganizationSettingsService,
    OrganizationsResolver,
    OrganizationsService,
  ],
})
export class OrganizationsModule {}
