# `light` plus what checks our Python (pytest and mypy) and what the second verifier of credentials needs (PyLD, OpenSSL's
# Ed25519), from Debian packages. Built only by `npm test`; runs no submission.
ARG BASE=holdout/light:latest
FROM ${BASE}
USER 0:0
RUN export DEBIAN_FRONTEND=noninteractive \
 && apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && apt-get -o Acquire::Retries=3 install -qy --no-install-recommends \
      python3-pytest python3-pytest-xdist python3-yaml mypy python3-pyld python3-cryptography \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
ENTRYPOINT []
CMD ["python3", "--version"]
