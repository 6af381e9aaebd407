-- Passkeys: public keys that people sign in with in place of a password. The auth library's own names, as in its other tables.
CREATE TABLE "auth"."passkey" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "name" text,
  "publicKey" text NOT NULL,
  "userId" uuid NOT NULL REFERENCES "auth"."user" ("id") ON DELETE CASCADE,
  "credentialID" text NOT NULL UNIQUE,
  "counter" bigint NOT NULL,
  "deviceType" text NOT NULL,
  "backedUp" boolean NOT NULL,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
CREATE INDEX "passkey_userId_idx" ON "auth"."passkey" ("userId");
GRANT SELECT, INSERT, UPDATE, DELETE ON "auth"."passkey" TO holdout_auth;
