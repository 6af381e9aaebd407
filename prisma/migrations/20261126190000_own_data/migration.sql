-- Whoever deletes their account takes along what they were told. The rest of what goes, the API may delete already.
GRANT DELETE ON notifications TO holdout_api;
