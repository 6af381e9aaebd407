-- Tries to sign in, by account and by address. A table of its own: the auth library deletes rows of "rateLimit" by the
-- longest window that it knows itself, which is shorter.
CREATE TABLE "auth"."signInTries" (
  "key" text PRIMARY KEY,
  "count" integer NOT NULL,
  "beganAt" bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "auth"."signInTries" TO holdout_auth;
DELETE FROM "auth"."rateLimit" WHERE "key" LIKE 'account:%';
