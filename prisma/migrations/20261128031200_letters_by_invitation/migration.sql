CREATE INDEX CONCURRENTLY outgoing_mail_invitations ON outgoing_mail (recipient_id) WHERE kind = 'INVITATION';
