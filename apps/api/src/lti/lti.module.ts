import { Module } from '@nestjs/common';
import { RosterModule } from '../roster/roster.module.js';
import { LmsRosterController } from './lms-roster.controller.js';
import { LmsRosterService } from './lms-roster.service.js';
import { LtiArrivalsService } from './lti-arrivals.service.js';
import { LtiChoicesService } from './lti-choices.service.js';
import { LtiController } from './lti.controller.js';
import { LtiKeysService } from './lti-keys.service.js';
import { LtiLaunchesResolver } from './lti-launches.resolver.js';
import { LtiLaunchesService } from './lti-launches.service.js';
import { LtiPassbacksResolver } from './lti-passbacks.resolver.js';
import { LtiPassbacksService } from './lti-passbacks.service.js';
import { LtiPlatformsResolver } from './lti-platforms.resolver.js';
import { LtiPlatformsService } from './lti-platforms.service.js';
import { LtiSignUp } from './lti-sign-up.js';

@Module({
  imports: [RosterModule],
  controllers: [LmsRosterController, LtiController],
  providers: [
    LmsRosterService,
    LtiArrivalsService,
    LtiChoicesService,
    LtiKeysService,
    LtiLaunchesResolver,
    LtiLaunchesService,
    LtiPassbacksResolver,
    LtiPassbacksService,
    LtiPlatformsResolver,
    LtiPlatformsService,
    LtiSignUp,
  ],
})
export class LtiModule {}
