# The trusted scorer: `light` plus our metrics. Its build context (infra/local/images.mjs) holds code only: no dataset, no
# reference solution, no fixture. Hidden labels arrive per job over stdin and die with the container.
ARG BASE=holdout/light:latest
FROM ${BASE}
USER 0:0
COPY content /opt/holdout
RUN echo /opt/holdout/scorer > /usr/lib/python3/dist-packages/holdout.pth \
 && python3 -m compileall -q /opt/holdout/scorer
USER 10001:10001
# What most runs import, so that a waiting scorer begins at once. Templates that need more of scipy load it when they run:
# it would double what each waiting container holds.
CMD ["holdout_scorer.cli", "holdout_scorer.binary_classification.plan", "holdout_scorer.binary_classification.score", \
     "holdout_scorer.tabular.plan", "holdout_scorer.tabular.score", "holdout_scorer.exercise.plan", \
     "holdout_scorer.exercise.score"]
