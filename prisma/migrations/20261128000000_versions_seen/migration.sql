-- An app of a newer version waits until the database is of that version, and so has to see of which it is.
GRANT SELECT ON _prisma_migrations TO holdout_api, holdout_worker;
