# Docker's own tools as Debian has them: Compose, and BuildKit for the images of the apps.
ARG BASE=holdout/base:trixie
FROM ${BASE}
RUN apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends docker-cli docker-compose docker-buildx \
 && rm -rf /var/lib/apt/lists/*
