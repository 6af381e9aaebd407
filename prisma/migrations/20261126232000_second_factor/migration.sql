-- A second factor at sign-in: what an authenticator app shows, or one of ten codes that work once. The auth library's own names,
-- as in its other tables; it keeps the secret and the codes encrypted.
ALTER TABLE "auth"."user" ADD COLUMN "twoFactorEnabled" boolean NOT NULL DEFAULT false;
CREATE TABLE "auth"."twoFactor" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "secret" text NOT NULL,
  "backupCodes" text NOT NULL,
  "userId" uuid NOT NULL UNIQUE REFERENCES "auth"."user" ("id") ON DELETE CASCADE,
  "verified" boolean NOT NULL DEFAULT false,
  "failedVerificationCount" int NOT NULL DEFAULT 0,
  "lockedUntil" timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "auth"."twoFactor" TO holdout_auth;
