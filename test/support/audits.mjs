export { missingUpdates } from '../../infra/local/suites/audit/debian-updates.mjs';
export { NotAuditedError } from '../../infra/local/suites/audit/findings.mjs';
export { auditPackages, KNOWN, writePlanted } from '../../infra/local/suites/audit/npm-advisories.mjs';
export { auditPins } from '../../infra/local/suites/audit/python-advisories.mjs';
