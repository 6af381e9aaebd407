-- The table of mail that waits is short.
ALTER TABLE outgoing_mail VALIDATE CONSTRAINT outgoing_mail_kind_check, VALIDATE CONSTRAINT outgoing_mail_check;
