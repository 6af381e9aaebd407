-- A concept diagram may stand in a stage; and labels that do not belong to it make redrawing it more than copying.
ALTER TABLE concept_diagrams ADD COLUMN stage_id uuid REFERENCES stages (id);
ALTER TABLE concept_diagrams ADD COLUMN distractors jsonb NOT NULL DEFAULT '[]';
CREATE INDEX concept_diagrams_stage_id_idx ON concept_diagrams (stage_id);
