# Python for classical machine learning, from Debian packages only, plus the supervisor that runs a student's command.
# Built by infra/local/images.mjs; BASE is replaced by a local base where no container registry answers.
ARG BASE=debian:trixie-slim
FROM ${BASE}

# One layer, lean: no recommended packages, documentation, translations or test suites. Byte code is compiled once, on all
# cores, instead of package by package; py3compile also fails on the left-out test folders, hence the stub.
RUN printf 'path-exclude=%s\n' '/usr/share/doc/*' '/usr/share/man/*' '/usr/share/locale/*' '/usr/share/info/*' \
      '/usr/lib/python3/dist-packages/pandas/tests/*' '/usr/lib/python3/dist-packages/sklearn/*/tests/*' \
      '/usr/lib/python3/dist-packages/statsmodels/*/tests/*' '/usr/lib/python3/dist-packages/scipy/*/tests/*' \
      > /etc/dpkg/dpkg.cfg.d/lean \
 && printf 'force-unsafe-io\n' > /etc/dpkg/dpkg.cfg.d/fast \
 && printf '#!/bin/sh\nexit 0\n' > /usr/local/bin/py3compile && chmod +x /usr/local/bin/py3compile \
 && export DEBIAN_FRONTEND=noninteractive \
 && apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && apt-get -o Acquire::Retries=3 -o DPkg::Path=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      install -qy --no-install-recommends \
      python3 libopenblas0-pthread python3-numpy python3-pandas python3-scipy python3-sklearn \
      python3-statsmodels python3-xgboost python3-seccomp \
 && rm -rf /usr/local/bin/py3compile /etc/dpkg/dpkg.cfg.d/fast /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
 && python3 -m compileall -q -j 0 /usr/lib/python3/dist-packages /usr/lib/python3.13 \
 && ln -s python3 /usr/bin/python && mkdir -p /opt/holdout /work \
 && dpkg-query -W -f '${Package} ${Version}\n' > /opt/holdout/packages.txt \
 && echo 'student:x:10001:10001:student:/tmp:/usr/sbin/nologin' >> /etc/passwd \
 && echo 'student:x:10001:' >> /etc/group

COPY supervisor /opt/holdout/supervisor
RUN python3 -m compileall -q /opt/holdout/supervisor

ENV PATH=/usr/local/bin:/usr/bin:/bin HOME=/tmp LANG=C.UTF-8 \
    PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONHASHSEED=0
USER 10001:10001
WORKDIR /work
# -s: no user site. The modules named by CMD are imported before the job arrives, so that a waiting container starts at once.
ENTRYPOINT ["python3", "-s", "/opt/holdout/supervisor"]
CMD ["numpy", "pandas", "scipy.stats", "scipy.sparse.linalg", "joblib", "sklearn.pipeline", "sklearn.compose", \
     "sklearn.preprocessing", "sklearn.impute", "sklearn.linear_model", "sklearn.ensemble", "sklearn.model_selection", \
     "sklearn.calibration", "sklearn.metrics", "sklearn.isotonic"]
