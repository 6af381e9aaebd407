export { needRclone } from '../../infra/local/suites/rclone.mjs';
