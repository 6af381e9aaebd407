-- A brief in a folder shows figures from it. The worker keeps them when it publishes; nobody uploaded what the deployment brings itself.
ALTER TABLE figures ALTER COLUMN uploaded_by DROP NOT NULL;
GRANT SELECT, INSERT ON figures TO holdout_worker;
