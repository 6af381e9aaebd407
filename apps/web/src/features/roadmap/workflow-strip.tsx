import type { RoadmapTrack } from './next-step';
import styles from './workflow-strip.module.css';

/** The nine workflow steps in order: the backbone of every report and rubric. */
export function WorkflowStrip({ steps }: { steps: RoadmapTrack['workflow'] }) {
  return (
    <ol className={styles.strip}>
      {steps.map(({ step, position, title, description }) => (
        <li key={step}>
          <span className={styles.number} aria-hidden>
            {position}
          </span>
          <div>
            <h3>{title}</h3>
            <p>{description}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
