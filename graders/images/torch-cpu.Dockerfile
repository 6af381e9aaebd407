# `light` plus PyTorch for CPUs, from Debian packages. Built only when something asks for it.
ARG BASE=holdout/light:latest
FROM ${BASE}
USER 0:0
RUN export DEBIAN_FRONTEND=noninteractive \
 && printf '#!/bin/sh\nexit 0\n' > /usr/local/bin/py3compile && chmod +x /usr/local/bin/py3compile \
 && apt-get -o Acquire::Languages=none -o Acquire::Retries=3 update -q \
 && apt-get -o Acquire::Retries=3 -o DPkg::Path=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
      install -qy --no-install-recommends python3-torch python3-torchvision python3-onnx python3-onnxruntime \
 && rm -rf /usr/local/bin/py3compile /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
 && python3 -m compileall -q -j 0 /usr/lib/python3/dist-packages \
 && dpkg-query -W -f '${Package} ${Version}\n' > /opt/holdout/packages.txt
USER 10001:10001
CMD ["numpy", "pandas", "torch", "torch.utils.data", "torchvision"]
