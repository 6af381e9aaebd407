# `light` plus ONNX Runtime and the platform's own programs over student files (holdout_runner). No label enters it.
# Built only when something asks for it.
ARG BASE=holdout/light:latest
FROM ${BASE}
USER 0:0
RUN export DEBIAN_FRONTEND=noninteractive \
 && printf '#!/bin/sh\nexit 0\n' > /usr/local/bin/py3compile && chmod +x /usr/local/bin/py3compile \
 && apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && apt-get -o Acquire::Retries=3 -o DPkg::Path=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      install -qy --no-install-recommends python3-onnx python3-onnxruntime \
 && rm -rf /usr/local/bin/py3compile /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
 && python3 -m compileall -q -j 0 /usr/lib/python3/dist-packages \
 && dpkg-query -W -f '${Package} ${Version}\n' > /opt/holdout/packages.txt
COPY runner /opt/holdout/runner
RUN echo /opt/holdout/runner > /usr/lib/python3/dist-packages/holdout.pth \
 && python3 -m compileall -q /opt/holdout/runner
USER 10001:10001
CMD ["numpy", "onnx", "onnxruntime", "holdout_runner.cli"]
