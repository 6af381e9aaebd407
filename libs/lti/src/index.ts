export type { LaunchMessage } from './claims.js';
export { deepLinkingResponse } from './deep-linking.js';
export { authenticationUrl, LaunchRefusedError, verifiedLaunch, type LaunchRefusal } from './launch.js';
export type { Platform, Reach } from './platform.js';
export { LAUNCH_ROLES, launchRole, type LaunchRole } from './roles.js';
export { PlatformFailedError, PlatformServices, type LmsMember } from './services.js';
export { makeToolKey, openToolKey, type ToolKey } from './tool-key.js';
